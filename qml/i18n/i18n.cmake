# Translations: every file of words (languages.cmake) becomes :/i18n/escale_<code>.qm in escale_assets.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
get_property(i18n_words GLOBAL PROPERTY ESCALE_WORDS)
set(i18n_maker ${CMAKE_CURRENT_LIST_DIR}/make_ts.py)
set(i18n_out ${CMAKE_CURRENT_BINARY_DIR}/i18n)
set(i18n_qm "")
foreach(words ${i18n_words})
    get_filename_component(language ${words} NAME_WE)
    set(base ${i18n_out}/escale_${language})
    add_custom_command(OUTPUT ${base}.qm
        BYPRODUCTS ${base}.ts
        COMMAND ${Python3_EXECUTABLE} ${i18n_maker} ${words} ${base}.ts
        COMMAND Qt6::lrelease -silent ${base}.ts -qm ${base}.qm
        DEPENDS ${words} ${i18n_maker}
        COMMENT "Translation ${language}"
        VERBATIM)
    list(APPEND i18n_qm ${base}.qm)
endforeach()
add_custom_target(escale_translations DEPENDS ${i18n_qm})
add_dependencies(escale_translations escale_language_list)
qt_add_resources(escale_assets escale_i18n
    PREFIX /i18n
    BASE ${i18n_out}
    FILES ${i18n_qm})
# What is said instead of what is written, one file a language; the program may have none.
file(GLOB i18n_ear CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/ear/*.tsv)
qt_add_resources(escale_ui escale_ear
    PREFIX /i18n
    BASE ${CMAKE_CURRENT_LIST_DIR}
    FILES ${i18n_ear})
