# The view-models on a real session: what a page may ask, without a page. Names start with
# client_viewmodels_.
if(NOT TARGET escale_client_qml)
    return()
endif()

add_library(client_viewmodels_support STATIC ${CMAKE_CURRENT_LIST_DIR}/viewmodels_support.cpp)
target_link_libraries(client_viewmodels_support
    PUBLIC client_core_support escale_client_qml escale_client_selftest escale_shared_cotation Qt6::Gui)

foreach(name bad_input departure doubts parcours questions recap deposit piece place words lecture)
    escale_test(client_viewmodels_${name}_test GUI
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/viewmodels_${name}_test.cpp
        LINKS client_viewmodels_support)
endforeach()
escale_test(client_viewmodels_disk_full_test GUI
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/viewmodels_disk_full_test.cpp
            ${CMAKE_CURRENT_LIST_DIR}/../support/disk_fault.cpp
    LINKS client_viewmodels_support)
# What was read on documents: pages drawn by the tests of reading, an authority of their own.
escale_test(client_viewmodels_reading_test GUI
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/viewmodels_reading_test.cpp
    LINKS client_viewmodels_support client_reading_support deuxddoc_authority)
add_dependencies(client_viewmodels_reading_test escale-lecteur)
set_tests_properties(client_viewmodels_reading_test PROPERTIES TIMEOUT 1200)
# The pages of a device behind a PIN.
add_library(client_tablet_support STATIC ${CMAKE_CURRENT_LIST_DIR}/tablet_at_work.cpp)
target_link_libraries(client_tablet_support
    PUBLIC client_viewmodels_support Qt6::Test)
foreach(name visits conflicts)
    escale_test(client_core_ctl_${name}_test GUI
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/ctl_${name}_test.cpp
        LINKS client_tablet_support client_ctl_program)
endforeach()
foreach(name adviser_lock adviser_people adviser_person adviser_pieces adviser_return visit)
    escale_test(client_viewmodels_${name}_test GUI
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/${name}_test.cpp
        LINKS client_tablet_support)
endforeach()
target_compile_definitions(client_viewmodels_words_test PRIVATE
    ESCALE_VIEWMODELS_DIR="${CMAKE_SOURCE_DIR}/client/viewmodels"
    ESCALE_QM_DIR="${CMAKE_BINARY_DIR}/qml/i18n")
add_dependencies(client_viewmodels_words_test escale_translations)
# The households of tests/shared, on the check page.
escale_test(client_viewmodels_foyers_test GUI
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/viewmodels_foyers_test.cpp
    LINKS client_viewmodels_support foyer_test_support)
target_compile_definitions(client_viewmodels_foyers_test PRIVATE
    ESCALE_QM_DIR="${CMAKE_BINARY_DIR}/qml/i18n")
add_dependencies(client_viewmodels_foyers_test escale_translations)
