foreach(part bad_input doubts parse_typed rules questions)
    escale_test(shared_${part}_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/${part}_test.cpp
        LINKS escale_shared_rules escale_shared_sync)
endforeach()

add_library(foyer_test_support STATIC ${CMAKE_CURRENT_LIST_DIR}/foyer.cpp)
target_link_libraries(foyer_test_support
    PUBLIC escale_options Qt6::Core Qt6::Test escale_shared_rules escale_shared_sync)
target_compile_definitions(foyer_test_support
    PRIVATE ESCALE_FOYERS="${CMAKE_CURRENT_SOURCE_DIR}/data/foyers")
escale_test(shared_foyers_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/foyers_test.cpp
    LINKS foyer_test_support)

escale_test(shared_renewal_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/renewal_test.cpp
    LINKS foyer_test_support)

escale_test(shared_pieces_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/pieces_test.cpp
    LINKS foyer_test_support escale_shared_pieces)
target_compile_definitions(shared_pieces_test
    PRIVATE ESCALE_PIECES_JSON="${CMAKE_SOURCE_DIR}/shared/data/pieces.json")
