// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/machine/syntheticroot.h"
#include "machine/machine.h"

#include <QtTest>
#include <string>
#include <vector>

using namespace mimesys;
using test::SyntheticRoot;

class DisksTest : public QObject {
    Q_OBJECT

private slots:
    void namesDecideWithoutSysfs_data();
    void namesDecideWithoutSysfs();
    void devicesDecideWithSysfs_data();
    void devicesDecideWithSysfs();
    void disksAreListedWithSizes();
};

void DisksTest::namesDecideWithoutSysfs_data() {
    QTest::addColumn<bool>("whole");
    for (const char* name :
         {"sda", "sdab", "vda", "xvdf", "hdc", "nvme0n1", "nvme12n34", "mmcblk0", "pmem0", "dasda"}) {
        QTest::newRow(name) << true;
    }
    for (const char* name : {"sda1",  "vda15", "nvme0n1p1", "nvme0c1n1", "nvme0",  "mmcblk0p1", "mmcblk0boot0",
                             "loop0", "ram3",  "zram0",     "dm-0",      "md127",  "sr0",       "fd0",
                             "nbd0",  "",      ".",         "..",        "../vda", "sd",        "foo"}) {
        QTest::newRow(*name == '\0' ? "empty" : name) << false;
    }
}

void DisksTest::namesDecideWithoutSysfs() {
    QFETCH(bool, whole);
    const SyntheticRoot root;
    const std::string name = QTest::currentDataTag();
    QCOMPARE(machine::isWholeDisk(name == "empty" ? "" : name, root.sys()), whole);
}

void DisksTest::devicesDecideWithSysfs_data() {
    QTest::addColumn<bool>("whole");
    QTest::newRow("sda") << true;
    QTest::newRow("cciss/c0d0") << true;
    QTest::newRow("nvme0n1") << true;
    QTest::newRow("xvda1") << true;  // some clouds attach a partition as a disk of its own
    QTest::newRow("nvme0c0n1") << false;
    QTest::newRow("sda1") << false;
    QTest::newRow("vdb") << false;  // no such device here
    QTest::newRow("dm-0") << false;
    QTest::newRow("zd0") << false;
    QTest::newRow("sr0") << false;
}

void DisksTest::devicesDecideWithSysfs() {
    QFETCH(bool, whole);
    const SyntheticRoot root;
    for (const char* name : {"sda", "cciss!c0d0", "nvme0n1", "nvme0c0n1", "xvda1", "sr0"}) {
        root.makeFolder(std::string("sys/block/") + name + "/device");
    }
    root.makeFolder("sys/block/dm-0");
    root.makeFolder("sys/block/zd0");
    root.makeFolder("sys/block/sda/sda1");
    QCOMPARE(machine::isWholeDisk(QTest::currentDataTag(), root.sys()), whole);
}

void DisksTest::disksAreListedWithSizes() {
    const SyntheticRoot root;
    root.put("sys/devices/system/cpu/online", "0");
    const auto addDisk = [&](const std::string& name, const char* sectors, const char* rotational) {
        root.makeFolder("sys/block/" + name + "/device");
        root.put("sys/block/" + name + "/size", sectors);
        root.put("sys/block/" + name + "/queue/rotational", rotational);
    };
    addDisk("sdaa", "4096\n", "1\n");
    addDisk("sdb", "2048\n", "0\n");
    addDisk("sdc", "0\n", "0\n");                        // card reader without a card
    addDisk("sdd", "99999999999999999999999\n", "0\n");  // damaged
    root.put("sys/block/loop0/size", "8\n");
    const auto machine = machine::discover({root.proc(), root.sys()});
    QVERIFY(machine.has_value());
    QCOMPARE(machine->disks, (std::vector<machine::Disk>{{"sdb", 1 << 20, false}, {"sdaa", 2 << 20, true}}));
}

QTEST_GUILESS_MAIN(DisksTest)
#include "tst_disks.moc"
