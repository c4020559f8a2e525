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

# What most files include of others' headers, parsed once for each kind of file: that halves the time a build takes. A
# file still names what it uses; -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON shows whether it does.
set(MIMESYS_COMMON_HEADERS <algorithm> <chrono> <cmath> <cstdint> <filesystem> <functional> <map> <memory> <optional>
    <span> <string> <string_view> <variant> <vector> <tl/expected.hpp> CACHE INTERNAL "")

# mimesys_add_test_headers(NAME LIBRARIES... HEADERS...): parsed headers for the tests that use these libraries.
function(mimesys_add_test_headers name)
    cmake_parse_arguments(ARG "" "" "LIBRARIES;HEADERS" ${ARGN})
    add_library(${name} OBJECT ${PROJECT_SOURCE_DIR}/cmake/empty.cpp)
    target_link_libraries(${name} PRIVATE mimesys_settings Qt6::Core ${ARG_LIBRARIES})
    target_compile_options(${name} PRIVATE -O0)
    # QtTest is not among them: it defines where each test stands, so that no two folders could share it.
    target_precompile_headers(${name} PRIVATE ${MIMESYS_COMMON_HEADERS} <QtCore> ${ARG_HEADERS})
endfunction()
mimesys_add_test_headers(mimesys_test_headers LIBRARIES tl::expected)

# mimesys_join_sources(NAME ALONE...): lets the compiler read several files of a folder as one, which takes it a third
# of the time, as most of it goes into what they include. Files whose private names are those of another one in their
# folder stay alone. -DMIMESYS_JOINED=1 compiles every file by itself, as the preset dev does.
set(MIMESYS_JOINED 8 CACHE STRING "Files of a folder that are compiled as one")
function(mimesys_join_sources name)
    cmake_parse_arguments(ARG "" "" "ALONE" ${ARGN})
    if(MIMESYS_JOINED LESS 2)
        return()
    endif()
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    get_target_property(sources ${name} SOURCES)
    get_target_property(base ${name} SOURCE_DIR)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    list(TRANSFORM sources REPLACE "^${base}/" "")
    list(REMOVE_ITEM sources ${ARG_ALONE})
    list(SORT sources)
    foreach(source IN LISTS sources)
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${base})
        cmake_path(GET source PARENT_PATH folder)
        cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${base})
        string(MAKE_C_IDENTIFIER "${folder}" folder)
        math(EXPR part "0${count_${folder}} / ${MIMESYS_JOINED}")
        math(EXPR count_${folder} "0${count_${folder}} + 1")
        set_source_files_properties(${source} TARGET_DIRECTORY ${name} PROPERTIES UNITY_GROUP ${folder}_${part})
    endforeach()
endfunction()

# Builds the tests that have a label, which is all the sanitizer presets run.
add_custom_target(labelled_tests)

# mimesys_add_test(NAME SOURCES... LIBRARIES...): one QtTest program, run by CTest without a display.
# LABELS sets CTest labels: `parser`, `threads` and `qt-threads` are what the sanitizer run of packaging/test.sh repeats.
# PARSED names the headers of mimesys_add_test_headers() that it shares, if not those of the tests without windows;
# `none` is for what cannot be included after Qt, whose keywords are macros.
# `qt-threads` hand objects from thread to thread by Qt's queues, which ThreadSanitizer cannot follow as long as Qt is not
# built with it; the preset tsan leaves them out.
function(mimesys_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT;PARSED" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin/tests)
    target_link_libraries(${name} PRIVATE mimesys_settings Qt6::Test ${ARG_LIBRARIES})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    # What is tested is optimised; the tests themselves build in half the time without.
    target_compile_options(${name} PRIVATE -O0)
    if(NOT ARG_PARSED)
        set(ARG_PARSED mimesys_test_headers)
    endif()
    if(NOT ARG_PARSED STREQUAL "none")
        target_precompile_headers(${name} REUSE_FROM ${ARG_PARSED})
    endif()
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
    mimesys_add_test(${name} ${ARGN} PARSED none LIBRARIES mimesys::learning torch)
    target_include_directories(${name} SYSTEM PRIVATE ${TORCH_INCLUDE_DIRS})
endfunction()
