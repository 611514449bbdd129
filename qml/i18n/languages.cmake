# The languages: one file each, words/<code>.tsv, and nothing else to change (make_ts.py says what it
# holds). Here: the list that the program reads, :/i18n/langues.tsv; i18n.cmake makes the translations.
# Included by client/viewmodels, whose library carries the list; sets i18n_list and, for the whole
# project, the global property ESCALE_WORDS (every file of words).
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(i18n_dir ${CMAKE_CURRENT_LIST_DIR})
set(i18n_out ${CMAKE_BINARY_DIR}/i18n)
file(GLOB i18n_words CONFIGURE_DEPENDS ${i18n_dir}/words/*.tsv)
if(ESCALE_TESTS)
    # A language that nobody speaks, longer: how pages stand one more language is tried with it.
    set(i18n_pseudo ${CMAKE_SOURCE_DIR}/tests/i18n/make_pseudo.py)
    add_custom_command(OUTPUT ${i18n_out}/pseudo.tsv
        COMMAND ${CMAKE_COMMAND} -E make_directory ${i18n_out}
        COMMAND ${Python3_EXECUTABLE} ${i18n_pseudo} ${i18n_dir}/words/fr.tsv ${i18n_dir}/words/en.tsv
            ${i18n_out}/pseudo.tsv
        DEPENDS ${i18n_pseudo} ${i18n_dir}/make_ts.py ${i18n_dir}/words/fr.tsv ${i18n_dir}/words/en.tsv
        COMMENT "Pseudo-language"
        VERBATIM)
    list(APPEND i18n_words ${i18n_out}/pseudo.tsv)
endif()
set_property(GLOBAL PROPERTY ESCALE_WORDS ${i18n_words})
set(i18n_list ${i18n_out}/langues.tsv)
add_custom_command(OUTPUT ${i18n_list}
    COMMAND ${Python3_EXECUTABLE} ${i18n_dir}/make_ts.py --list ${i18n_list} ${i18n_words}
    DEPENDS ${i18n_words} ${i18n_dir}/make_ts.py
    COMMENT "List of languages"
    VERBATIM)
add_custom_target(escale_language_list DEPENDS ${i18n_list})
