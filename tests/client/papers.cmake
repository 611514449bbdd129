# The papers to take away. Names start with client_papers_.
if(NOT TARGET escale_client_papers)
    return()
endif()
find_package(ZXing REQUIRED)
escale_test(client_papers_document_test GUI
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/papers_document_test.cpp
    LINKS escale_client_papers escale_assets ZXing::ZXing)
target_compile_definitions(client_papers_document_test PRIVATE ZX_USE_UTF8)
escale_test(client_papers_words_test GUI
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/papers_words_test.cpp
    LINKS client_viewmodels_support escale_client_papers escale_assets)
add_library(client_print_service STATIC ${CMAKE_CURRENT_LIST_DIR}/print_service.cpp)
target_link_libraries(client_print_service PUBLIC escale_options Qt6::Core Qt6::Network Qt6::Test)
escale_test(client_papers_printing_test GUI
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/papers_printing_test.cpp
    LINKS escale_client_papers client_print_service)
