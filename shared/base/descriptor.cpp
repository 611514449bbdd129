// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/descriptor.h"

#include <cerrno>
#include <sys/mman.h>
#include <unistd.h>

namespace escale {

void Descriptor::close() {
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

Descriptor memoryFile(ByteView bytes) {
    Descriptor file(::memfd_create("escale", MFD_CLOEXEC));
    while (file.isOpen() && !bytes.empty()) {
        const auto written = ::write(file.get(), bytes.data(), bytes.size());
        if (written > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        else if (written == 0 || errno != EINTR)
            file.close();
    }
    if (file.isOpen() && ::lseek(file.get(), 0, SEEK_SET) != 0)
        file.close();
    return file;
}

} // namespace escale
