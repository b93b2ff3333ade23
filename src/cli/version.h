#ifndef ANZHI_CLI_VERSION_H
#define ANZHI_CLI_VERSION_H

/* ANZHI_VERSION comes from the project() line of CMakeLists.txt. */
#ifndef ANZHI_VERSION
#error "ANZHI_VERSION is set by the build"
#endif

#endif
