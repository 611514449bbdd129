# The pages read aloud, with the voice and without a loudspeaker.
if(NOT TARGET escale_ui OR NOT TARGET escale_client_qml)
    return()
endif()
escale_test(client_reading_scene_test GUI
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/reading_scene_test.cpp
    LINKS client_viewmodels_support escale_client_qmlplugin escale_ui escale_uiplugin Qt6::Quick)
