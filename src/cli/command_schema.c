#include <stdio.h>

#include "cli/cli.h"
#include "cli/options.h"
#include "content/keys.h"

int command_schema(int argc, char **argv) {
    static const struct option options[] = {{0}};
    if (options_next(argc, argv, options) != -1 || !options_end(argc, argv, 1)) return EXIT_FAILED;
    if (optind == argc) {
        fprintf(stderr,
                "anzhi: 请写出哪一种文件：pack、sources、facts、questions、cards、kiosk 或 theme。\n");
        return EXIT_FAILED;
    }
    struct buf out;
    buf_init(&out);
    bool known = schema_print(argv[optind], &out);
    if (known)
        fwrite(out.at, 1, out.len, stdout);
    else
        fprintf(stderr,
                "anzhi: 没有“%s”这种文件，可以写 pack、sources、facts、questions、cards、kiosk 或 theme。\n",
                argv[optind]);
    buf_finish(&out);
    return known ? EXIT_FINE : EXIT_FAILED;
}
