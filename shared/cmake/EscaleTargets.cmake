# How every target of the project is made: warnings are errors, includes start at the root.

add_library(escale_options INTERFACE)
target_include_directories(escale_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_features(escale_options INTERFACE cxx_std_20)
target_compile_options(escale_options INTERFACE
    -Wall -Wextra -Werror -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    -fstack-protector-strong)
# GCC 12 sees overlaps that are not there once std::string is inlined (its bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(escale_options INTERFACE -Wno-restrict)
endif()
target_link_options(escale_options INTERFACE -Wl,-z,relro,-z,now)
if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_compile_options(escale_options INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif()
if(ESCALE_SANITIZE)
    target_compile_options(escale_options INTERFACE -fsanitize=${ESCALE_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(escale_options INTERFACE -fsanitize=${ESCALE_SANITIZE})
    if(ESCALE_SANITIZE MATCHES thread) # Boost.Asio has fences, which it does not need to see
        target_compile_options(escale_options INTERFACE -Wno-tsan)
    endif()
    if(ESCALE_SANITIZE MATCHES fuzzer)
        target_compile_options(escale_options INTERFACE -fno-sanitize-recover=all)
    endif()
endif()

# Boost from Debian is header-only; its headers are not ours to warn about.
add_library(escale_boost INTERFACE)
target_include_directories(escale_boost SYSTEM INTERFACE ${Boost_INCLUDE_DIRS})

# escale_library(NAME SOURCES ... LINKS ...): a static library of one room.
function(escale_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC escale_options ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
endfunction()

# escale_embed(TARGET FILE SYMBOL): puts FILE in the binary as
#   namespace escale::data { extern const std::string_view SYMBOL; }
# so that no program looks for its data at run time.
function(escale_embed target file symbol)
    set(out ${CMAKE_CURRENT_BINARY_DIR}/embed_${symbol}.cpp)
    add_custom_command(
        OUTPUT ${out}
        COMMAND ${CMAKE_COMMAND} -DINPUT=${CMAKE_CURRENT_SOURCE_DIR}/${file} -DOUTPUT=${out}
                -DSYMBOL=${symbol} -P ${CMAKE_SOURCE_DIR}/shared/cmake/Embed.cmake
        DEPENDS ${file} ${CMAKE_SOURCE_DIR}/shared/cmake/Embed.cmake
        VERBATIM)
    target_sources(${target} PRIVATE ${out})
endfunction()

# escale_embed_built(TARGET FILE SYMBOL): the same for a large FILE of the build folder. The assembler
# copies it: as a list of bytes, the compiler would take seconds and hundreds of megabytes.
function(escale_embed_built target file symbol)
    set(out ${CMAKE_CURRENT_BINARY_DIR}/embed_${symbol}.cpp)
    file(CONFIGURE OUTPUT ${out} @ONLY CONTENT [[
#include <string_view>
asm(".section .rodata\n"
    "escale_@symbol@_first:\n"
    ".incbin \"@file@\"\n"
    "escale_@symbol@_last:\n"
    ".previous\n");
extern "C" const char escale_@symbol@_first[];
extern "C" const char escale_@symbol@_last[];
namespace escale::data {
extern const std::string_view @symbol@;
const std::string_view @symbol@{
    escale_@symbol@_first, static_cast<std::size_t>(escale_@symbol@_last - escale_@symbol@_first)};
} // namespace escale::data
]])
    set_source_files_properties(${out} PROPERTIES OBJECT_DEPENDS ${file})
    target_sources(${target} PRIVATE ${out})
endfunction()
