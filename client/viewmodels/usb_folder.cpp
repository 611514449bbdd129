// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/usb_folder.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace escale {

QString usbFolder() {
    for (const auto& volume : QStorageInfo::mountedVolumes()) {
        const QString root = volume.rootPath();
        const bool removable = root.startsWith(QLatin1String("/media/")) ||
                               root.startsWith(QLatin1String("/run/media/"));
        if (removable && volume.isReady() && !volume.isReadOnly() && QFileInfo(root).isWritable())
            return root;
    }
    return {};
}

} // namespace escale
