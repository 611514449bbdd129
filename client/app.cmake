# escale: the touch application. escale_app puts its parts together; the walks of the self-test
# (client/selftest) touch its window as a person does.
escale_library(escale_app
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/app_options.cpp ${CMAKE_CURRENT_LIST_DIR}/application.cpp
            ${CMAKE_CURRENT_LIST_DIR}/termination.cpp ${CMAKE_CURRENT_LIST_DIR}/termination.h
            ${CMAKE_CURRENT_LIST_DIR}/trial_device.cpp ${CMAKE_CURRENT_LIST_DIR}/trial_figures.cpp
            ${CMAKE_CURRENT_LIST_DIR}/trial_people.cpp
    LINKS escale_client_core escale_client_qml escale_shared_protocol Qt6::Quick
    PRIVATE_LINKS escale_shared_crypto)
add_executable(escale ${CMAKE_CURRENT_LIST_DIR}/benched.cpp ${CMAKE_CURRENT_LIST_DIR}/main.cpp
    ${CMAKE_CURRENT_LIST_DIR}/piloted.cpp ${CMAKE_CURRENT_LIST_DIR}/self_test.cpp)
target_link_libraries(escale PRIVATE
    escale_app escale_client_bench escale_client_qml escale_client_qmlplugin escale_client_selftest
    escale_ui escale_uiplugin)
install(TARGETS escale RUNTIME)
