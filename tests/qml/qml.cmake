# Tests of the components, and the gallery that shows each of them in every state.
if(ESCALE_CLIENT)
    set(qml_tests_dir ${CMAKE_CURRENT_LIST_DIR})

    add_executable(escale-gallery
        ${qml_tests_dir}/gallery/main.cpp
        ${qml_tests_dir}/gallery/arabic_words.h)
    target_link_libraries(escale-gallery PRIVATE escale_options Qt6::Quick escale_ui escale_uiplugin)
    foreach(name Components NamePage HomePage YesNoPage DatePage ScorePage ReceiptPage LanguagePage
            FamilyPage FinishPage IdlePage ErrorPage ArabicPage)
        set(file ${qml_tests_dir}/gallery/${name}.qml)
        set_source_files_properties(${file} PROPERTIES QT_RESOURCE_ALIAS ${name}.qml)
        list(APPEND gallery_files ${file})
    endforeach()
    qt_add_resources(escale-gallery gallery_pages PREFIX /gallery FILES ${gallery_files})
endif()
