# Paths are relative to qml/. Theme.qml is made a singleton in qml/CMakeLists.txt.
set(ESCALE_UI_THEME theme/Theme.qml)
