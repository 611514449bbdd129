# Every text in every language: the program tells which keys the catalogue and the rules can show.
add_executable(escale_list_text_keys ${CMAKE_CURRENT_LIST_DIR}/list_text_keys.cpp)
target_link_libraries(escale_list_text_keys PRIVATE escale_shared_rules)
find_program(PYTHON3 NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
add_test(NAME layering_translations
    COMMAND ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/check_translations.py ${CMAKE_SOURCE_DIR}
        $<TARGET_FILE:escale_list_text_keys>)
add_test(NAME layering_ear
    COMMAND ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/check_ear.py ${CMAKE_SOURCE_DIR})
