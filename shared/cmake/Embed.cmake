# Writes INPUT as a byte array in OUTPUT (see escale_embed).
file(READ ${INPUT} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
file(WRITE ${OUTPUT} "#include <string_view>
namespace {
const unsigned char kBytes[] = {${bytes}0};
}
namespace escale::data {
extern const std::string_view ${SYMBOL};
const std::string_view ${SYMBOL}{reinterpret_cast<const char*>(kBytes), sizeof(kBytes) - 1};
} // namespace escale::data
")
