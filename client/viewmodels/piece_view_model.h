// SPDX-License-Identifier: GPL-3.0-or-later
// One document to give: choose or take its photo, look at it, keep it.
#pragma once

#include <QImage>
#include <QObject>
#include <QStringList>
#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>

namespace escale {

class CameraFrames;
class PieceImages;

/// The document to photograph.
struct WantedPiece {
    QString key;        // of its need, see PieceFace
    QString type;       // code of the list "piece"
    QString person;     // see pieces[].pour
    int incomeYear = 0; // of an avis d’impôt
};

class PieceViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Parcours")
    Q_PROPERTY(QString key READ key NOTIFY pieceChanged)
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
    /// Takes a whole JPEG without metadata; the answer is the name of what went wrong (errcName),
    /// empty when the page is kept. The bytes are wiped by who takes them.
    using Keeper = std::function<QString(const WantedPiece& piece, QByteArray jpeg)>;

    explicit PieceViewModel(QObject* parent = nullptr);
    ~PieceViewModel() override;
    /// Folders whose pictures can be chosen, besides what is plugged in under /media.
    void setFolders(QStringList folders);
    void setKeeper(Keeper keeper);
    void choose(WantedPiece wanted);
    /// Starts the camera, or lists the files again.
    void open();
    /// Leaves the page: the camera stops, and the picture not kept is wiped.
    void close();
    void clear();
    /// Between open() and close(): a photo is being taken.
    [[nodiscard]] bool isOpen() const { return m_open; }
    void retranslate();
    /// For the QML engine, under the name "escale-piece".
    [[nodiscard]] const std::shared_ptr<PieceImages>& images() const { return m_images; }

    [[nodiscard]] QString key() const { return m_wanted.key; }
    [[nodiscard]] QString type() const { return m_wanted.type; }
    [[nodiscard]] QString label() const;
    [[nodiscard]] QString picto() const;
    [[nodiscard]] bool cameraAvailable() const;
    [[nodiscard]] QVariantList files() const;
    [[nodiscard]] QUrl preview() const;
    [[nodiscard]] QString advice() const;
    [[nodiscard]] bool taken() const;
    [[nodiscard]] QString error() const;

    /// The big button: the present frame becomes the page.
    Q_INVOKABLE void take();
    Q_INVOKABLE void chooseFile(const QString& name);
    Q_INVOKABLE void retake();
    /// Seals the page and adds it to the dossier; false, with an error, when it could not.
    Q_INVOKABLE bool keep();

signals:
    void pieceChanged();
    void sourceChanged();
    void previewChanged();
    void errorChanged();

private:
    void show(const QImage& image);
    void setError(const QString& name);
    [[nodiscard]] QStringList roots() const;

    Keeper m_keeper;
    QStringList m_folders;
    QStringList m_paths; // of the files listed
    WantedPiece m_wanted;
    QString m_error; // errcName
    QString m_adviceKey;
    bool m_taken = false;
    bool m_open = false;
    qint64 m_frames = 0; // shown so far: a new address each time, so that nothing is cached
    std::shared_ptr<PieceImages> m_images;
    std::unique_ptr<CameraFrames> m_camera;
};

} // namespace escale
