# SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
# SPDX-License-Identifier: Apache-2.0

# Lists the texts of every catalogue that have no translation, with their context.
foreach(catalogue ${CATALOGUES})
    # Brackets and semicolons mean something to CMake's lists.
    file(READ ${catalogue} content)
    string(REPLACE ";" "," content "${content}")
    string(REPLACE "[" "(" content "${content}")
    string(REPLACE "]" ")" content "${content}")
    string(REPLACE "</message>" ";" messages "${content}")
    set(context "")
    set(missing 0)
    foreach(message IN LISTS messages)
        if(message MATCHES "<name>([^<]*)</name>")
            set(context "${CMAKE_MATCH_1}")
        endif()
        if(message MATCHES "type=\"unfinished\"" AND message MATCHES "<source>([^<]*)</source>")
            math(EXPR missing "${missing} + 1")
            message("${catalogue}: ${context}: ${CMAKE_MATCH_1}")
        endif()
    endforeach()
    message("${catalogue}: ${missing} to translate")
endforeach()
