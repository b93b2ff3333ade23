#ifndef ANZHI_CLI_CLI_H
#define ANZHI_CLI_CLI_H

/* The command line: one table of subcommands, each in a file of its own. A command gets its own arguments
   (argv[0] is its name), prints what it was asked for on stdout and what went wrong on stderr, and returns
   the exit status. */

enum exit_status { EXIT_FINE = 0, EXIT_WARNED = 1, EXIT_FAILED = 2 };

struct command {
    const char *name;
    const char *summary; /* one line, for `anzhi --help` */
    const char *usage;   /* the whole help of the command */
    int (*run)(int argc, char **argv);
};

int cli_main(int argc, char **argv);

int command_check(int argc, char **argv);
int command_generate(int argc, char **argv);
int command_cards(int argc, char **argv);
int command_schema(int argc, char **argv);
int command_play(int argc, char **argv);
int command_run(int argc, char **argv);
int command_shot(int argc, char **argv);
int command_sheet(int argc, char **argv);
int command_new(int argc, char **argv);
int command_proof(int argc, char **argv);
int command_review(int argc, char **argv);
int command_trace(int argc, char **argv);
int command_accept(int argc, char **argv);
int command_reject(int argc, char **argv);
int command_export(int argc, char **argv);
int command_merge(int argc, char **argv);
int command_backup(int argc, char **argv);
int command_verify(int argc, char **argv);
int command_report(int argc, char **argv);
int command_stick(int argc, char **argv);
int command_stats(int argc, char **argv);
int command_import(int argc, char **argv);

#endif
