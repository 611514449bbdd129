// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/inventory.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QJSValue>
#include <QMetaProperty>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSet>
#include <QUrl>
#include <QVariantMap>

namespace escale {

namespace {

constexpr int kDeepest = 8; // of lists within lists

class Collector {
public:
    void add(const QString& text) {
        if (!text.isEmpty())
            m_texts.append(text);
    }

    void addObject(QObject* object) {
        if (!object || m_seen.contains(object))
            return;
        m_seen.insert(object);
        addProperties(*object);
        if (auto* model = qobject_cast<QAbstractItemModel*>(object))
            addRows(*model);
        if (auto* item = qobject_cast<QQuickItem*>(object)) {
            addSpoken(item);
            for (auto* child : item->childItems())
                addObject(child);
        }
        for (auto* child : object->children())
            addObject(child);
    }

    [[nodiscard]] QStringList take() const { return m_texts; }

private:
    void addValue(const QVariant& value, int depth = 0) {
        if (depth > kDeepest)
            return;
        if (value.userType() == qMetaTypeId<QJSValue>())
            return addValue(value.value<QJSValue>().toVariant(), depth + 1);
        if (value.userType() == QMetaType::QString)
            return add(value.toString());
        if (value.userType() == QMetaType::QUrl)
            return add(value.toUrl().toString());
        for (const auto& one : value.userType() == QMetaType::QStringList ||
                                       value.userType() == QMetaType::QVariantList
                                   ? value.toList()
                                   : QVariantList())
            addValue(one, depth + 1);
        if (value.userType() == QMetaType::QVariantMap)
            for (const auto& one : value.toMap())
                addValue(one, depth + 1);
    }

    void addProperties(const QObject& object) {
        const auto* meta = object.metaObject();
        for (int i = 0; i < meta->propertyCount(); ++i) {
            const auto property = meta->property(i);
            const auto type = property.metaType();
            const bool isObject = type.flags().testFlag(QMetaType::PointerToQObject);
            if (isObject && isOurs(type))
                addObject(property.read(&object).value<QObject*>());
            else if (!isObject && property.isReadable())
                addValue(property.read(&object));
        }
    }

    /// Qt's own objects (fonts, layouts, engines) hold nothing that was typed, and no end.
    static bool isOurs(QMetaType type) { return QByteArray(type.name()).startsWith("escale::"); }

    void addRows(const QAbstractItemModel& model) {
        const auto roles = model.roleNames().keys();
        for (int row = 0; row < model.rowCount(); ++row)
            for (const int role : roles)
                addValue(model.data(model.index(row, 0), role));
    }

    void addSpoken(QQuickItem* item) {
        auto* spoken = QAccessible::queryAccessibleInterface(item);
        if (!spoken)
            return;
        for (const auto part :
             {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            add(spoken->text(part));
    }

    QStringList m_texts;
    QSet<QObject*> m_seen;
};

} // namespace

QStringList everyText(QQuickWindow& window, QObject& viewModels) {
    Collector collector;
    collector.add(window.title());
    collector.addObject(window.contentItem());
    collector.addObject(&window);
    collector.addObject(&viewModels);
    if (const auto* clipboard = QGuiApplication::clipboard())
        collector.add(clipboard->text());
    return collector.take();
}

} // namespace escale
