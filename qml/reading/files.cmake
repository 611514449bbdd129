# Reading aloud, seen from the scene: what a page says, and where its words stand.
set(ESCALE_UI_SOURCES
    reading/spoken_script.cpp reading/spoken_script.h
    reading/word_places.cpp reading/word_places.h)
