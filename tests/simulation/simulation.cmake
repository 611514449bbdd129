# Days of devices, server and SNE in one process, from one seed.
if(NOT TARGET escale_client_core OR NOT TARGET escale_server_routes OR NOT TARGET server_test_support)
    return()
endif()

add_library(escale_simulation STATIC
    ${CMAKE_CURRENT_LIST_DIR}/chance.cpp ${CMAKE_CURRENT_LIST_DIR}/day.cpp
    ${CMAKE_CURRENT_LIST_DIR}/defect.cpp ${CMAKE_CURRENT_LIST_DIR}/device_machine.cpp
    ${CMAKE_CURRENT_LIST_DIR}/disk.cpp ${CMAKE_CURRENT_LIST_DIR}/network.cpp
    ${CMAKE_CURRENT_LIST_DIR}/oracle.cpp ${CMAKE_CURRENT_LIST_DIR}/oracle_judgement.cpp
    ${CMAKE_CURRENT_LIST_DIR}/person.cpp ${CMAKE_CURRENT_LIST_DIR}/qt_timers.cpp
    ${CMAKE_CURRENT_LIST_DIR}/school.cpp
    ${CMAKE_CURRENT_LIST_DIR}/series.cpp ${CMAKE_CURRENT_LIST_DIR}/server_machine.cpp
    ${CMAKE_CURRENT_LIST_DIR}/story.cpp ${CMAKE_CURRENT_LIST_DIR}/timeline.cpp
    ${CMAKE_CURRENT_LIST_DIR}/vfs.cpp ${CMAKE_CURRENT_LIST_DIR}/vfs_file.cpp
    ${CMAKE_CURRENT_LIST_DIR}/world.cpp ${CMAKE_CURRENT_LIST_DIR}/world_evening.cpp)
# One unit: its parts are small, what they include is not.
set_target_properties(escale_simulation PROPERTIES AUTOMOC OFF UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
target_link_libraries(escale_simulation
    PUBLIC escale_options escale_client_store escale_client_sync escale_server_routes escale_server_sne
           escale_server_sne_ecole server_test_support
    PRIVATE SQLite::SQLite3)

add_executable(escale-simulation ${CMAKE_CURRENT_LIST_DIR}/main.cpp)
set_target_properties(escale-simulation PROPERTIES AUTOMOC OFF)
target_link_libraries(escale-simulation PRIVATE escale_simulation)

escale_test(simulation_test
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/simulation_test.cpp
    LINKS escale_simulation
    LABELS simulation)
set_tests_properties(simulation_test PROPERTIES TIMEOUT 1800)
