// SPDX-License-Identifier: GPL-3.0-or-later
// The photo of one document: aim, look at the page, add others, keep them all.
#pragma once

#include "client/viewmodels/piece_aim.h"
#include "client/viewmodels/piece_files.h"
#include "client/viewmodels/piece_pages.h"
#include "client/viewmodels/piece_proposals.h"

#include <functional>

namespace escale {

/// The document to photograph.
struct WantedPiece {
    QString key;        // of its need, see PieceFace
    QString type;       // code of the list "piece"
    QString person;     // see pieces[].pour
    int incomeYear = 0; // of an avis d’impôt
    QString advice;     // see PieceFace
};

class PieceViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Parcours")
    Q_PROPERTY(QString key READ key NOTIFY stepChanged)
    Q_PROPERTY(QString type READ type NOTIFY stepChanged)
    Q_PROPERTY(QString label READ label NOTIFY stepChanged) // "Avis d’impôt 2025"
    Q_PROPERTY(QString picto READ picto NOTIFY stepChanged)
    Q_PROPERTY(QString detail READ detail NOTIFY stepChanged) // "Les deux côtés, encore valable"
    Q_PROPERTY(QString rank READ rank NOTIFY stepChanged)     // "page 1", "le dos"
    Q_PROPERTY(escale::PieceAim* aim READ aim CONSTANT)
    Q_PROPERTY(escale::PieceFiles* files READ files CONSTANT)
    Q_PROPERTY(escale::PiecePages* pages READ pages CONSTANT)
    Q_PROPERTY(escale::PieceProposals* proposals READ proposals CONSTANT)
    /// image://escale-piece/… of the page taken, while it is looked at.
    Q_PROPERTY(QUrl picture READ picture NOTIFY stepChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY stepChanged) // the page is being made
    /// What is wrong with the page taken, in one or two sentences; empty when all is well.
    Q_PROPERTY(QString verdict READ verdict NOTIFY stepChanged)
    Q_PROPERTY(QString verdictIcon READ verdictIcon NOTIFY stepChanged)
    /// The page may be kept: it is good, or it was tried twice.
    Q_PROPERTY(bool keepable READ keepable NOTIFY stepChanged)
    Q_PROPERTY(bool good READ good NOTIFY stepChanged)
    /// The whole photo is shown, and kept, instead of the page found in it.
    Q_PROPERTY(bool whole READ whole NOTIFY stepChanged)
    Q_PROPERTY(bool croppable READ croppable NOTIFY stepChanged)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)

public:
    enum class Step { closed, aiming, reviewing, listing };
    /// Takes the pages of a document (PDF of one page each). Who takes the bytes wipes them.
    using Keeper = std::function<Result<PieceId>(const WantedPiece& piece, std::vector<Bytes> pages,
                                                 bool doubtful)>;

    explicit PieceViewModel(QObject* parent = nullptr);
    ~PieceViewModel() override;
    void setKeeper(Keeper keeper) { m_keeper = std::move(keeper); }
    /// What reads the pages that are kept; see PageReader.
    void setRead(PageReader::Read read) { m_reader.setRead(std::move(read)); }
    /// Begins a document, or goes on with the one whose pages are not kept yet.
    void open(WantedPiece wanted);
    /// Leaves the pages of the photo. Pages taken stay until done().
    void close();
    void clear();
    [[nodiscard]] Step step() const { return m_step; }
    void retranslate();
    /// For the QML engine, under the name "escale-piece".
    [[nodiscard]] const std::shared_ptr<PieceImages>& images() const { return m_images; }

    [[nodiscard]] QString key() const { return m_wanted.key; }
    [[nodiscard]] QString type() const { return m_wanted.type; }
    [[nodiscard]] QString label() const;
    [[nodiscard]] QString picto() const;
    [[nodiscard]] QString detail() const { return m_wanted.advice; }
    [[nodiscard]] QString rank() const;
    PieceAim* aim() { return &m_aim; }
    PieceFiles* files() { return &m_files; }
    PiecePages* pages() { return &m_pages; }
    PieceProposals* proposals() { return &m_proposals; }
    [[nodiscard]] QUrl picture() const;
    [[nodiscard]] bool busy() const { return m_scanner.scanning(); }
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QString verdictIcon() const;
    [[nodiscard]] bool good() const;
    [[nodiscard]] bool keepable() const;
    [[nodiscard]] bool whole() const { return m_whole; }
    [[nodiscard]] bool croppable() const;
    [[nodiscard]] QString error() const;

    /// The big button; also by itself, when the page is sharp and still.
    Q_INVOKABLE void take();
    Q_INVOKABLE void chooseFile(const QString& name);
    Q_INVOKABLE void seeWhole(bool whole);
    Q_INVOKABLE void retake();
    /// This page is good: the next one, the other side, or the list of the pages.
    Q_INVOKABLE void keep();
    Q_INVOKABLE void addPage();
    Q_INVOKABLE void retakePage(int rank);
    Q_INVOKABLE void removePage(int rank);
    /// Enough pages: shows them.
    Q_INVOKABLE void list();
    /// Keeps the document; false, with an error, when it could not.
    Q_INVOKABLE bool done();

signals:
    void stepChanged();
    void errorChanged();

private:
    void go(Step step);
    void startAiming();
    void receive(Bytes file, bool orWhole);
    void makePage(int filePage);
    void showPage(const std::shared_ptr<scan::ScannedPage>& page);
    void forgetPage();
    void setError(const QString& key);
    [[nodiscard]] bool twoSided() const;
    [[nodiscard]] bool isHarmless(scan::Raison reason) const;

    Keeper m_keeper;
    WantedPiece m_wanted;
    Step m_step = Step::closed;
    QString m_error; // key of its words
    bool m_shooting = false, m_whole = false, m_fromFile = false;
    int m_tries = 0;    // photos of this page that were not good
    int m_filePage = 0; // of a PDF
    qint64 m_shown = 0; // images so far: a new address each time, so that nothing is cached
    std::shared_ptr<PieceImages> m_images;
    std::shared_ptr<const client::CapturedPage> m_file;
    std::shared_ptr<scan::ScannedPage> m_page;
    PieceFiles m_files;
    PiecePages m_pages;
    PieceProposals m_proposals;
    PageReader m_reader;
    Scanner m_scanner;
    PieceAim m_aim;
};

} // namespace escale
