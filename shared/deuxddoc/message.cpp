// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/deuxddoc/message.h"

#include "shared/deuxddoc/vocabulary.h"

#include <algorithm>
#include <charconv>

namespace escale::deuxddoc {
namespace {

constexpr char kGroup = '\x1D';  // GS
constexpr char kRecord = '\x1E'; // RS
constexpr char kUnit = '\x1F';   // US
constexpr std::string_view kNational = "01";

bool isCode(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z');
    });
}

std::optional<int> numberIn(std::string_view text, int base) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc() || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

Result<int> versionOf(std::string_view text) {
    if (text.size() < 4 || text.substr(0, 2) != "DC")
        return fail(Errc::malformed, "ce n’est pas un code 2D-Doc");
    const auto version = numberIn(text.substr(2, 2), 10);
    if (!version)
        return fail(Errc::malformed, "version de 2D-Doc illisible");
    if (*version < 1 || *version > 4)
        return fail(Errc::unsupportedVersion,
                    "version de 2D-Doc inconnue : " + std::to_string(*version));
    return *version;
}

std::size_t headerSize(int version) {
    return version <= 2 ? 22 : version == 3 ? 24 : 26;
}

Result<Header> headerOf(std::string_view text) {
    ESCALE_TRY_ASSIGN(version, versionOf(text));
    if (text.size() < headerSize(version))
        return fail(Errc::malformed, "en-tête de 2D-Doc incomplet");
    if (!isCode(text.substr(0, headerSize(version))))
        return fail(Errc::malformed, "en-tête de 2D-Doc illisible");
    Header header;
    header.version = version;
    header.authority = text.substr(4, 4);
    header.certificate = text.substr(8, 4);
    header.issued = daysSince2000(text.substr(12, 4));
    header.signedOn = daysSince2000(text.substr(16, 4));
    header.type = text.substr(20, 2);
    header.perimeter = version >= 3 ? text.substr(22, 2) : kNational;
    header.country = version == 4 ? text.substr(24, 2) : std::string_view();
    return header;
}

/// Reads fields one after the other; total: every byte belongs to one of them.
class FieldReader {
public:
    explicit FieldReader(std::string_view text)
        : m_text(text) {}

    [[nodiscard]] bool atEnd() const { return m_text.empty(); }

    Field next() {
        Field field;
        if (m_text.size() < 2 || !isCode(m_text.substr(0, 2))) {
            field.wellFormed = false;
            takeUntilSeparator(field, std::string_view::npos);
            return field;
        }
        field.id = m_text.substr(0, 2);
        m_text.remove_prefix(2);
        const FieldShape* shape = fieldShape(field.id);
        const std::size_t longest =
            shape != nullptr ? shape->max.value_or(std::string_view::npos) : std::string_view::npos;
        takeUntilSeparator(field, longest);
        if (shape != nullptr && field.value.size() < shape->min && !field.cut)
            field.wellFormed = false;
        return field;
    }

private:
    void takeUntilSeparator(Field& field, std::size_t longest) {
        static constexpr char kEnds[] = {kGroup, kRecord};
        const std::size_t found = m_text.find_first_of(std::string_view(kEnds, 2));
        const std::size_t size = std::min({found, longest, m_text.size()});
        field.value = m_text.substr(0, size);
        m_text.remove_prefix(size);
        if (found != size)
            return;
        field.cut = m_text.front() == kRecord;
        m_text.remove_prefix(1);
    }

    std::string_view m_text;
};

Result<std::vector<Field>> fieldsOf(std::string_view text) {
    std::vector<Field> fields;
    for (FieldReader reader(text); !reader.atEnd();) {
        if (fields.size() == kMaxFields)
            return fail(Errc::tooLarge, "trop de champs dans le 2D-Doc");
        fields.push_back(reader.next());
    }
    return fields;
}

} // namespace

const Field* Message::field(std::string_view id) const {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& field) { return field.id == id; });
    return found == fields.end() ? nullptr : &*found;
}

std::string Message::nature() const {
    const TypeShape* shape = header.perimeter == kNational ? typeShape(header.type) : nullptr;
    return shape != nullptr ? shape->nature : "autre";
}

std::string Message::typeLabel() const {
    const TypeShape* shape = header.perimeter == kNational ? typeShape(header.type) : nullptr;
    return shape != nullptr ? shape->label : "Document de type " + header.type;
}

Result<Message> parse(std::string_view text) {
    if (text.size() > kMaxMessageBytes)
        return fail(Errc::tooLarge, "2D-Doc trop long");
    Message message;
    ESCALE_TRY_ASSIGN(header, headerOf(text));
    message.header = std::move(header);
    const std::size_t end = std::min(text.find(kUnit), text.size());
    const std::size_t start = headerSize(message.header.version);
    if (end < start)
        return fail(Errc::malformed, "en-tête de 2D-Doc incomplet");
    message.signedText = text.substr(0, end);
    ESCALE_TRY_ASSIGN(fields, fieldsOf(text.substr(start, end - start)));
    message.fields = std::move(fields);
    if (end == text.size())
        return message;
    const std::string_view rest = text.substr(end + 1);
    // Raw bytes may be those of a separator: version 01 has no annex.
    const std::size_t annex = message.header.version == 1 ? rest.npos : rest.find(kGroup);
    message.signature = rest.substr(0, annex);
    message.hasAnnex = annex != rest.npos;
    return message;
}

std::optional<Date> dayOf(std::string_view ddmmyyyy) {
    if (ddmmyyyy.size() != 8)
        return std::nullopt;
    const auto day = numberIn(ddmmyyyy.substr(0, 2), 10);
    const auto month = numberIn(ddmmyyyy.substr(2, 2), 10);
    const auto year = numberIn(ddmmyyyy.substr(4), 10);
    if (!day || !month || !year)
        return std::nullopt;
    const Date date{*year, *month, *day};
    return isValid(date) ? std::optional(date) : std::nullopt;
}

std::optional<Date> daysSince2000(std::string_view hex) {
    if (hex.size() != 4 || hex == "FFFF")
        return std::nullopt;
    const auto days = numberIn(hex, 16);
    if (!days)
        return std::nullopt;
    return addDays(Date{2000, 1, 1}, *days);
}

} // namespace escale::deuxddoc
