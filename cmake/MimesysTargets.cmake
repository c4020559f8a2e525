# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0

# Compiler settings every target of ours shares: warnings, sanitizers.
add_library(mimesys_settings INTERFACE)
target_compile_options(mimesys_settings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual -Woverloaded-virtual
    -Wconversion -Wno-sign-conversion)
if(MIMESYS_WARNINGS_AS_ERRORS)
    target_compile_options(mimesys_settings INTERFACE -Werror)
endif()
if(MIMESYS_SANITIZERS)
    # GCC's analysis of uninitialised values gives false alarms on instrumented code.
    target_compile_options(mimesys_settings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
        -fsanitize=${MIMESYS_SANITIZERS} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(mimesys_settings INTERFACE -fsanitize=${MIMESYS_SANITIZERS})
endif()

# mimesys_add_library(NAME alias): a static library of this project, `mimesys::alias` to its users.
function(mimesys_add_library name alias)
    # The sources come from the folders (target_sources).
    add_library(${name} STATIC "")
    add_library(mimesys::${alias} ALIAS ${name})
    target_link_libraries(${name} PRIVATE mimesys_settings)
endfunction()

# Builds the tests that have a label, which is all the sanitizer presets run.
add_custom_target(labelled_tests)

# mimesys_add_test(NAME SOURCES... LIBRARIES...): one QtTest program, run by CTest without a display.
# LABELS sets CTest labels: `parser`, `threads` and `qt-threads` are what the sanitizer run of packaging/test.sh repeats.
# `qt-threads` hand objects from thread to thread by Qt's queues, which ThreadSanitizer cannot follow as long as Qt is not
# built with it; the preset tsan leaves them out.
function(mimesys_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin/tests)
    target_link_libraries(${name} PRIVATE mimesys_settings Qt6::Test ${ARG_LIBRARIES})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    # What is tested is optimised; the tests themselves build in half the time without.
    target_compile_options(${name} PRIVATE -O0)
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    if(ARG_LABELS)
        add_dependencies(labelled_tests ${name})
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/cmake/leaks.txt;TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/cmake/races.txt")
endfunction()

# mimesys_add_torch_test(NAME SOURCES…): a test that looks inside the networks, and so includes LibTorch itself.
function(mimesys_add_torch_test name)
    mimesys_add_test(${name} ${ARGN} LIBRARIES mimesys::learning torch)
    target_include_directories(${name} SYSTEM PRIVATE ${TORCH_INCLUDE_DIRS})
endfunction()
