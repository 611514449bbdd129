// SPDX-License-Identifier: GPL-3.0-or-later
// One document to give: choose or take its photo, look at it, keep it.
#pragma once

#include <QObject>
#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace escale {

class PieceViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Parcours")
    /// Documents to give now: [{type, label, detail, picto, state, stateLabel}], state being
    /// "a-fournir", "prise" or "gardee".
    Q_PROPERTY(QVariantList documents READ documents NOTIFY documentsChanged)
    Q_PROPERTY(QString type READ type NOTIFY pieceChanged)
    Q_PROPERTY(QString label READ label NOTIFY pieceChanged)
    Q_PROPERTY(QString picto READ picto NOTIFY pieceChanged)
    /// True when a camera gives frames; otherwise pages come from files.
    Q_PROPERTY(bool cameraAvailable READ cameraAvailable NOTIFY sourceChanged)
    /// Files that can be chosen (a USB stick, a folder of the site): [{name, url}].
    Q_PROPERTY(QVariantList files READ files NOTIFY sourceChanged)
    /// image://escale-piece/… of the live frame or of the page taken; changes with each frame.
    Q_PROPERTY(QUrl preview READ preview NOTIFY previewChanged)
    /// One sentence of advice about the preview; empty when there is nothing to say.
    Q_PROPERTY(QString advice READ advice NOTIFY previewChanged)
    Q_PROPERTY(bool taken READ taken NOTIFY previewChanged)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)

public:
    using QObject::QObject;

    [[nodiscard]] QVariantList documents() const;
    [[nodiscard]] QString type() const;
    [[nodiscard]] QString label() const;
    [[nodiscard]] QString picto() const;
    [[nodiscard]] bool cameraAvailable() const;
    [[nodiscard]] QVariantList files() const;
    [[nodiscard]] QUrl preview() const;
    [[nodiscard]] QString advice() const;
    [[nodiscard]] bool taken() const;
    [[nodiscard]] QString error() const;

    Q_INVOKABLE void select(const QString& type);
    /// The big button: the present frame becomes the page.
    Q_INVOKABLE void take();
    Q_INVOKABLE void chooseFile(const QString& name);
    Q_INVOKABLE void retake();
    /// Seals the page and adds it to the dossier; false, with an error, when it could not.
    Q_INVOKABLE bool keep();

signals:
    void documentsChanged();
    void pieceChanged();
    void sourceChanged();
    void previewChanged();
    void errorChanged();
};

} // namespace escale
