# The client without a screen. Names start with client_core_.
if(NOT TARGET escale_client_core)
    return()
endif()

add_library(client_core_support STATIC
    ${CMAKE_CURRENT_LIST_DIR}/device_fixture.cpp ${CMAKE_CURRENT_LIST_DIR}/fake_server.cpp)
target_link_libraries(client_core_support
    PUBLIC escale_options escale_client_core escale_shared_crypto Qt6::Core Qt6::Gui Qt6::Network Qt6::Test)

# escale-ctl run from outside.
add_library(client_ctl_program STATIC ${CMAKE_CURRENT_LIST_DIR}/ctl_program.cpp)
target_link_libraries(client_ctl_program PUBLIC escale_options Qt6::Core)
add_dependencies(client_ctl_program escale-ctl)

foreach(name discard platform store fsm engine sending territories transport session)
    escale_test(client_core_${name}_test GUI
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/core_${name}_test.cpp
        LINKS client_core_support)
endforeach()
escale_test(client_core_crash_test GUI
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/core_crash_test.cpp
    LINKS client_core_support
    LABELS integration)
# Its own writes, and those of escale-ctl, meet a disk that is full.
escale_test(client_core_disk_full_test GUI
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/core_disk_full_test.cpp
            ${CMAKE_CURRENT_LIST_DIR}/../support/disk_fault.cpp
    LINKS client_core_support client_ctl_program
    LABELS integration)
target_compile_definitions(client_core_disk_full_test
    PRIVATE ESCALE_DISK_FAULT="$<TARGET_FILE:disk_fault>")
add_dependencies(client_core_disk_full_test disk_fault)
escale_test(client_core_ctl_test GUI
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/core_ctl_test.cpp
    LINKS client_core_support client_ctl_program)
escale_test(client_core_ctl_cotation_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/ctl_cotation_test.cpp
    LINKS client_ctl_program)
target_compile_definitions(client_core_ctl_cotation_test
    PRIVATE ESCALE_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}/data")
escale_test(client_core_ctl_place_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/ctl_place_test.cpp
    LINKS client_ctl_program)
