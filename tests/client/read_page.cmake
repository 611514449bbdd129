# What is read on a page. Names start with client_reading_page_: client_reading_scene_test is about
# reading aloud.
if(NOT TARGET escale_client_reading)
    return()
endif()
# Its package file may be read only once in a folder.
if(NOT TARGET ZXing::ZXing)
    find_package(ZXing REQUIRED)
endif()
add_library(client_reading_support STATIC ${CMAKE_CURRENT_LIST_DIR}/reading_support.cpp)
target_link_libraries(client_reading_support PUBLIC escale_client_reading Qt6::Gui PRIVATE ZXing::ZXing)
target_compile_definitions(client_reading_support PRIVATE ZX_USE_UTF8)
set_target_properties(client_reading_support PROPERTIES AUTOMOC OFF)
escale_test(client_reading_page_code_test GUI
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/reading_code_test.cpp
    LINKS client_reading_support deuxddoc_authority)
escale_test(client_reading_page_text_test GUI
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/reading_text_test.cpp
    LINKS client_reading_support escale_client_reading_text)
escale_test(client_reading_page_process_test GUI
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/reading_process_test.cpp
    LINKS client_reading_support)
add_dependencies(client_reading_page_process_test escale-lecteur)
escale_test(client_reading_page_ctl_test GUI
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/reading_ctl_test.cpp
    LINKS client_reading_support deuxddoc_authority)
add_dependencies(client_reading_page_ctl_test escale-ctl escale-lecteur)
escale_test(client_reading_page_certificates_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/reading_certificates_test.cpp
    LINKS escale_client_reading deuxddoc_authority client_ctl_program)
