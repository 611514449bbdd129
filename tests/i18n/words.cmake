# The words of every language against the faces and the room they have on screen. Names start with i18n_.
add_library(i18n_test_support STATIC
    ${CMAKE_CURRENT_LIST_DIR}/words_files.cpp ${CMAKE_CURRENT_LIST_DIR}/rooms.cpp)
target_link_libraries(i18n_test_support PUBLIC escale_options Qt6::Gui escale_boost)
target_compile_definitions(i18n_test_support PRIVATE ESCALE_ROOT="${CMAKE_SOURCE_DIR}")
foreach(name glyphs fit)
    escale_test(i18n_${name}_test GUI
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/${name}_test.cpp
        LINKS i18n_test_support)
endforeach()
add_test(NAME i18n_add_language
    COMMAND ${PYTHON3} ${CMAKE_CURRENT_LIST_DIR}/add_language.py ${CMAKE_SOURCE_DIR} $<TARGET_FILE:Qt6::lrelease>)
