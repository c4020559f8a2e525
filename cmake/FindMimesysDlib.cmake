# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0

# MimesysDlib::forest: dlib as far as its random forests need it. They are templates; what is left is its thread pool,
# which the static library holds apart from the rest, so that a program gets neither dlib's BLAS nor its image formats.
find_path(MimesysDlib_INCLUDE_DIR dlib/random_forest.h)
find_library(MimesysDlib_LIBRARY NAMES libdlib.a)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(MimesysDlib REQUIRED_VARS MimesysDlib_LIBRARY MimesysDlib_INCLUDE_DIR)
mark_as_advanced(MimesysDlib_INCLUDE_DIR MimesysDlib_LIBRARY)
if(MimesysDlib_FOUND AND NOT TARGET MimesysDlib::forest)
    find_package(Threads REQUIRED)
    add_library(MimesysDlib::forest STATIC IMPORTED)
    set_target_properties(MimesysDlib::forest PROPERTIES
        IMPORTED_LOCATION "${MimesysDlib_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${MimesysDlib_INCLUDE_DIR}"
        INTERFACE_LINK_LIBRARIES Threads::Threads)
endif()
