// SPDX-License-Identifier: GPL-3.0-or-later
// A thousand days of devices that lose their network and their power: nothing is lost, nothing is
// doubled; and the defects that were put on purpose are seen.
#include "tests/simulation/disk.h"
#include "tests/simulation/series.h"

#include <QTest>

#include <sstream>

using namespace escale;
using namespace escale::simulation;

class SimulationTest : public QObject {
    Q_OBJECT

private slots:
    void aThousandDaysKeepEveryPromise();
    void aDayWithManyDevicesToo();
    void theSameSeedPlaysTheSameDay();
    void aDefectIsFound_data();
    void aDefectIsFound();
    void aDiskKeepsWhatWasFlushed();
    void aDiskMayLoseOrTearTheRest();
    void wordsThatAreNotUnderstoodAreRefused();
};

void SimulationTest::aThousandDaysKeepEveryPromise() {
    SeriesOptions options;
    options.seeds = 1000;
    std::ostringstream output;
    std::ostringstream stories;
    const bool kept = playSeries(options, output, stories);
    QVERIFY2(kept, (stories.str() + output.str()).c_str());
}

void SimulationTest::aDayWithManyDevicesToo() {
    SeriesOptions options;
    options.seeds = 5;
    options.day.devices = 12;
    options.day.actions = 150;
    std::ostringstream output;
    std::ostringstream stories;
    const bool kept = playSeries(options, output, stories);
    QVERIFY2(kept, (stories.str() + output.str()).c_str());
}

void SimulationTest::theSameSeedPlaysTheSameDay() {
    const ScratchFolder folder;
    DayOptions day;
    day.folder = folder.path();
    std::vector<DayReport> first;
    for (day.seed = 1; day.seed <= 10; ++day.seed)
        first.push_back(playDay(day));
    for (day.seed = 10; day.seed >= 1; --day.seed) { // what was played before changes nothing
        const DayReport again = playDay(day);
        const DayReport& before = first[day.seed - 1];
        QVERIFY(again.story == before.story);
        QCOMPARE(again.digest, before.digest);
        QVERIFY(again.edits > 5);
    }
    QVERIFY(first[0].digest != first[1].digest);
}

void SimulationTest::aDefectIsFound_data() {
    QTest::addColumn<int>("defect");
    for (const Defect defect :
         {Defect::acknowledgeBeforeCommit, Defect::dropLoser, Defect::forgetIdempotence})
        QTest::newRow(std::string(defectName(defect)).c_str()) << static_cast<int>(defect);
}

void SimulationTest::aDefectIsFound() {
    QFETCH(int, defect);
    SeriesOptions options;
    options.seeds = 1000;
    options.day.defect = static_cast<Defect>(defect);
    std::ostringstream output;
    std::ostringstream stories;
    QVERIFY(!playSeries(options, output, stories));
    QVERIFY(stories.str().find("FAUTE") != std::string::npos);
    QVERIFY(stories.str().find("Rejouer : escale-ctl sim --seeds 1 --seed ") != std::string::npos);
    qInfo("%s", output.str().c_str());
}

void SimulationTest::aDiskKeepsWhatWasFlushed() {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        Disk disk{Chance(seed)};
        const Bytes kept(3000, 7);
        const auto file = disk.file("f");
        QCOMPARE(disk.write(*file, 0, kept), DiskAnswer::ok);
        QCOMPARE(disk.flush(*file), DiskAnswer::ok);
        QCOMPARE(disk.write(*file, 3000, kept), DiskAnswer::ok);
        disk.cutPower();
        QCOMPARE(disk.write(*file, 0, Bytes(10, 1)), DiskAnswer::failed);
        disk.powerOn();
        const Bytes after = disk.file("f")->current;
        QVERIFY(after.size() >= kept.size());
        QVERIFY(std::equal(kept.begin(), kept.end(), after.begin()));
    }
}

void SimulationTest::aDiskMayLoseOrTearTheRest() {
    int lost = 0;
    int torn = 0;
    int whole = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Disk disk{Chance(seed)};
        QCOMPARE(disk.write(*disk.file("f"), 0, Bytes(4096, 7)), DiskAnswer::ok);
        disk.cutPower();
        disk.powerOn();
        const std::size_t size = disk.file("f")->current.size();
        ++(size == 0 ? lost : size < 4096 ? torn : whole);
    }
    QVERIFY(lost > 20 && torn > 20 && whole > 20);
}

void SimulationTest::wordsThatAreNotUnderstoodAreRefused() {
    QVERIFY(parseSeries({"--seeds", "12", "--seed", "7", "--devices", "5"}));
    QCOMPARE(parseSeries({"--seeds", "12"})->seeds, std::uint64_t{12});
    const std::vector<std::vector<std::string>> wrong{
        {"--seeds"},         {"--seeds", "x"},  {"--seeds", "-1"},          {"--devices", "1"},
        {"--devices", "65"}, {"--graine", "1"}, {"--defect", "aucune idée"}};
    for (const auto& words : wrong)
        QVERIFY(!parseSeries(words));
}

QTEST_APPLESS_MAIN(SimulationTest)
#include "simulation_test.moc"
