# The real programs against each other.
if(ESCALE_SERVER AND ESCALE_CLIENT)
    add_library(integration_support STATIC
        ${CMAKE_CURRENT_LIST_DIR}/world.cpp
        ${CMAKE_SOURCE_DIR}/tests/support/programs.cpp)
    target_link_libraries(integration_support PUBLIC escale_options Qt6::Core Qt6::Gui)
    target_sources(integration_support PRIVATE ${CMAKE_SOURCE_DIR}/tests/support/postgres_cluster.cpp)
    foreach(name end_to_end crash servers backup territories)
        escale_test(integration_${name}_test
            SOURCES ${CMAKE_CURRENT_LIST_DIR}/${name}_test.cpp
            LINKS integration_support
            LABELS integration)
        add_dependencies(integration_${name}_test escale-server escale-sne-ecole escale-ctl)
    endforeach()

    # ESCALE_KILLS says how many times; see README.md.
    escale_test(integration_kill_loop_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/kill_loop_test.cpp
        LINKS integration_support SQLite::SQLite3
        ENVIRONMENT "QTEST_FUNCTION_TIMEOUT=850000"
        LABELS integration)
    escale_test(integration_bad_line_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/bad_line_test.cpp ${CMAKE_CURRENT_LIST_DIR}/cutting_line.cpp
        LINKS integration_support
        LABELS integration)
    escale_test(integration_small_disk_test
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/small_disk_test.cpp
        LINKS integration_support
        ENVIRONMENT "QTEST_FUNCTION_TIMEOUT=850000"
        LABELS integration)
    target_compile_definitions(integration_small_disk_test PRIVATE ESCALE_DISK_FAULT="$<TARGET_FILE:disk_fault>")
    add_dependencies(integration_small_disk_test disk_fault)
    foreach(name kill_loop bad_line small_disk)
        add_dependencies(integration_${name}_test escale-server escale-sne-ecole escale-ctl)
        set_tests_properties(integration_${name}_test PROPERTIES TIMEOUT 900)
    endforeach()
endif()

# However a session ends on a borne, nothing of the person is left.
if(TARGET escale AND TARGET client_core_support)
    escale_test(integration_reset_test GUI
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/reset_test.cpp ${CMAKE_CURRENT_LIST_DIR}/touch_machine.cpp
        LINKS client_core_support client_print_service
        LABELS integration)
    add_dependencies(integration_reset_test escale)
    set_tests_properties(integration_reset_test PROPERTIES TIMEOUT 900)
    escale_test(integration_tablet_kill_test GUI
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/tablet_kill_test.cpp ${CMAKE_CURRENT_LIST_DIR}/touch_machine.cpp
        LINKS client_core_support
        LABELS integration)
    add_dependencies(integration_tablet_kill_test escale)
    if(ESCALE_SERVER)
        escale_test(integration_return_test GUI
            SOURCES ${CMAKE_CURRENT_LIST_DIR}/return_test.cpp
                    ${CMAKE_CURRENT_LIST_DIR}/touch_machine.cpp
            LINKS client_core_support integration_support
            LABELS integration)
        add_dependencies(integration_return_test escale escale-ctl escale-server)
    endif()
endif()
