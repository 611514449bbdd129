// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/dossier/agreement.h"

#include "client/dossier/dossier_session.h"

namespace escale::client {

std::string agreementItem(const DeviceId& device) {
    return FieldPath{"accompagnements", ItemId(device.str()), {}}.str();
}

Agreement agreementOf(const Dossier& dossier, const DeviceId& device) {
    const Value answer = dossier.answer(agreementItem(device) + ".accord");
    const bool* given = std::get_if<bool>(&answer);
    if (given == nullptr)
        return Agreement::notAsked;
    return *given ? Agreement::given : Agreement::withdrawn;
}

std::vector<TypedAnswer> agreementAnswers(const DeviceProfile& profile, bool given) {
    const std::string item = agreementItem(profile.device);
    return {
        {item, "oui"}, {item + ".accord", given ? "oui" : "non"}, {item + ".lieu", profile.site}};
}

} // namespace escale::client
