# The voice, without a sound card: names start with client_speech_.
if(NOT TARGET escale_client_speech)
    return()
endif()

find_path(SNDFILE_INCLUDE sndfile.h REQUIRED)
find_library(SNDFILE_LIBRARY sndfile REQUIRED)
foreach(name ear narrator recordings synthesis)
    escale_test(client_speech_${name}_test GUI
        SOURCES ${CMAKE_CURRENT_LIST_DIR}/speech_${name}_test.cpp
        LINKS escale_client_speech Qt6::Gui ${SNDFILE_LIBRARY})
endforeach()
