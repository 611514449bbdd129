// SPDX-License-Identifier: GPL-3.0-or-later
// What the codecs of this room share: strict reading of one object.
#pragma once

#include "shared/base/ids.h"
#include "shared/base/json.h"
#include "shared/protocol/messages.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace escale::protocol {

/// The object of `value`; Errc::malformed when it is not one or has a member that is not named.
Result<const json::object*> strictObject(const json::value& value,
                                         std::initializer_list<std::string_view> members);

/// The same for a whole message: reads `text`, then "version" before anything else.
Result<json::object> readMessage(std::string_view text, std::size_t maxBytes,
                                 std::initializer_list<std::string_view> members);

/// A canonical UUID.
template <class IdType>
Result<IdType> readId(const json::object& object, std::string_view member) {
    ESCALE_TRY_ASSIGN(text, jsonString(object, member));
    return parseId<IdType>(text);
}

/// A canonical UUID, or "" where the author is not a device.
template <class IdType>
Result<IdType> readOptionalId(const json::object& object, std::string_view member) {
    ESCALE_TRY_ASSIGN(text, jsonString(object, member));
    if (text.empty())
        return IdType{};
    return parseId<IdType>(text);
}

/// A whole number that is not negative.
Result<std::int64_t> readCount(const json::object& object, std::string_view member);

/// Every element of the array `member`, read by `read`.
template <class T, class Read>
Result<std::vector<T>> readList(const json::object& object, std::string_view member, Read read) {
    ESCALE_TRY_ASSIGN(array, jsonArray(object, member));
    std::vector<T> list;
    list.reserve(array->size());
    for (const json::value& element : *array) {
        auto one = read(element);
        if (!one)
            return one.error();
        list.push_back(std::move(*one));
    }
    return list;
}

template <class T, class Write>
json::array writeList(const std::vector<T>& list, Write write) {
    json::array array;
    array.reserve(list.size());
    for (const T& one : list)
        array.emplace_back(write(one));
    return array;
}

json::array stampToJson(const Stamp& stamp);
Result<Stamp> stampFromJson(const json::object& object, std::string_view member);

/// A value within the limits of texts (Errc::tooLarge).
Result<Value> readValue(const json::object& object, std::string_view member);

/// Members shared by DOSSIER and STATUS.
json::object taskToJson(const Task& task);
Result<Task> taskFromJson(const json::value& value);
json::object pieceToJson(const PieceStatus& piece);
Result<PieceStatus> pieceFromJson(const json::value& value);

} // namespace escale::protocol
