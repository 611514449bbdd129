# Rules of the project that are programs.
find_program(PYTHON3 NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
find_program(CLANG_FORMAT clang-format REQUIRED)
add_test(NAME layering_includes COMMAND ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/check_layers.py ${CMAKE_SOURCE_DIR})
add_test(NAME layering_theme COMMAND ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/check_theme.py ${CMAKE_SOURCE_DIR})
add_test(NAME layering_readmes COMMAND ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/check_readmes.py ${CMAKE_SOURCE_DIR})
add_test(NAME layering_format COMMAND ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/check_format.py ${CMAKE_SOURCE_DIR} ${CLANG_FORMAT})
