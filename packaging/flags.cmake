# Compiler flags, in one place: warnings, hardening, sanitizers.

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wundef
                    -Wformat=2 -Wpointer-arith -Wcast-align -Wwrite-strings)
add_compile_definitions(_POSIX_C_SOURCE=200809L)
if(ANZHI_WERROR)
  add_compile_options(-Werror)
endif()

if(ANZHI_SANITIZE)
  add_compile_options(-fsanitize=${ANZHI_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${ANZHI_SANITIZE})
  if(ANZHI_FUZZ) # coverage counters everywhere; libFuzzer's main only in the targets, see tests/fuzz
    add_compile_options(-fsanitize=fuzzer-no-link)
    # These two compare addresses at every access, and libFuzzer would watch each of those comparisons as if the input
    # had to do with it: half of all its time. The asan tests replay the corpus with them.
    add_compile_options(-fno-sanitize=alignment,pointer-overflow)
  endif()
else()
  add_compile_options(-fstack-protector-strong -fstack-clash-protection)
  add_link_options(-Wl,-z,relro,-z,now)
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
  endif()
endif()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
add_link_options($<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-pie>)
