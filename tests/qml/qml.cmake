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

    add_executable(qml_test ${qml_tests_dir}/tests_main.cpp)
    set_target_properties(qml_test PROPERTIES AUTOMOC ON)
    target_link_libraries(qml_test PRIVATE escale_options Qt6::QuickTest escale_ui escale_uiplugin)
    target_compile_definitions(qml_test PRIVATE QUICK_TEST_SOURCE_DIR="${qml_tests_dir}")
    add_test(NAME qml_test COMMAND qml_test -input ${qml_tests_dir})
    set_tests_properties(qml_test PROPERTIES TIMEOUT 400
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;LC_ALL=C.UTF-8")

    escale_test(qml_stylus_test GUI
        SOURCES ${qml_tests_dir}/stylus_test.cpp
        LINKS Qt6::Quick escale_ui escale_uiplugin)

    find_package(Python3 COMPONENTS Interpreter REQUIRED)
    add_test(NAME qml_colours_only_in_theme
        COMMAND ${Python3_EXECUTABLE} ${qml_tests_dir}/check_theme.py ${CMAKE_SOURCE_DIR}/qml)
endif()
