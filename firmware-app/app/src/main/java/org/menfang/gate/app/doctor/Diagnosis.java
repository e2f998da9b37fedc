package org.menfang.gate.app.doctor;

import java.util.Locale;

/// What can be the matter, and what to do then. `docs/doctor.md` lists all of them.
public enum Diagnosis {
    FINE(Verdict.FINE, "", ""),
    NOT_ON_THIS_BOARD(Verdict.ABSENT, "", ""),
    NOT_KNOWN_NOW(Verdict.ABSENT, "", ""),

    GATE_STOPPED(
            Verdict.LOOK,
            "大门程序没有运行，没人开门：执行 systemctl start menfang-gate，或手工运行 gate run。",
            "The gate does not run and lets nobody in: systemctl start menfang-gate, or gate run."),
    GATE_SILENT(
            Verdict.BROKEN,
            "大门程序占着数据文件夹却不应答：用大门的用户身份再查一次，仍不应答就重启服务。",
            "A gate holds the data folder and does not answer: ask again as the gate's own user, and"
                    + " restart the service if it stays silent."),
    GATE_STUCK(
            Verdict.BROKEN,
            "大门程序停止判断了：重启服务，并保存日志给维护的人看。",
            "The gate has stopped deciding: restart the service, and keep its log for whoever"
                    + " maintains it."),
    SAFE_MODE(
            Verdict.LOOK,
            "程序反复重启，只保留最要紧的功能：看日志找原因，排除后重启服务。",
            "The gate crashed again and again and does only what is needed: look into its log, then"
                    + " restart the service."),
    HARDWARE_UNSAID(
            Verdict.LOOK,
            "不知道用哪种硬件，输入没有读：加上 --hardware linux。",
            "It is not known which hardware it is and no input is read: add --hardware linux."),
    HARDWARE_REFUSED(
            Verdict.BROKEN,
            "硬件打不开，输入没有读：按右边的原因检查。",
            "The hardware cannot be opened and no input is read: go by the reason given."),
    SITE_BAD(
            Verdict.BROKEN,
            "配置文件有错：执行 gate check --site 文件，按行号改正。",
            "The site file has faults: run gate check --site FILE and mend each line that it names."),
    SITE_STAND_IN(
            Verdict.LOOK,
            "大门用的是上一份好的配置：改好配置文件后重启服务。",
            "The gate runs with the last good site file: mend the file and restart the service."),
    SITE_NEWER(
            Verdict.LOOK,
            "配置文件在大门启动之后改过：要让它生效，重启服务。",
            "The site file was changed after the gate started: restart the service to use it."),
    RULES_NONE(
            Verdict.LOOK,
            "还没有规则，所有卡都会被拒绝：从值班中心下发，或执行 gate import。",
            "There are no rules and every card is denied: publish them at the hub, or run gate"
                    + " import."),
    RULES_DAMAGED(
            Verdict.BROKEN,
            "规则文件损坏或签名不被承认：从值班中心重新下发，或执行 gate import。",
            "The rules are damaged or signed by nobody known: publish them again, or run gate"
                    + " import."),

    PIN_UNREADABLE(
            Verdict.BROKEN,
            "这条线读不到：看是哪个程序占着它，检查线号和芯片。",
            "This line cannot be read: see who holds it, and check its number and its chip."),
    CHIP_SILENT(
            Verdict.BROKEN,
            "这块扩展芯片没有应答：检查它的供电、SDA、SCL 和地址。",
            "This chip does not answer: check its supply, SDA, SCL and its address."),
    LOOP_FAULT(
            Verdict.BROKEN,
            "受监视的线断了、短路或被动过：沿线检查，看末端电阻。",
            "This watched wire is cut, short or was tampered with: walk along it, and look at the"
                    + " resistors at its end."),
    MAINS_LOST(
            Verdict.LOOK,
            "市电没有了，靠蓄电池工作：查空气开关和电源；蓄电池用完之前恢复。",
            "The mains are gone and the battery carries on: look at the breaker and the supply"
                    + " before it is empty."),
    BATTERY_LOW(
            Verdict.LOOK,
            "蓄电池快没电或坏了：恢复市电，仍报低就换电池。",
            "The battery is low or worn out: bring the mains back, and replace it if it stays low."),
    FIRE_ACTIVE(
            Verdict.LOOK,
            "消防触点在动作，门都开着：若没有火情，检查消防主机和这条线。",
            "The fire contact is active and the doors are released: if nothing burns, check the fire"
                    + " panel and this wire."),
    LAMP_LINE_CUT(
            Verdict.LOOK,
            "路灯线断了或被剪：沿线检查，先断电。",
            "The line to the lamp is cut: walk along it, and switch the supply off first."),
    INPUT_ALARM(
            Verdict.LOOK,
            "报警输入在动作：到现场看，正常后警报才能复位。",
            "This alarm input is active: go and look; the alarm can be reset after that."),

    D0_LOW(
            Verdict.BROKEN,
            "D0 一直为低：检查读头供电，D0（绿）和 D1（白）是否接反或碰地。",
            "D0 stays low: check the reader's supply, and whether D0 (green) and D1 (white) are"
                    + " swapped or touch ground."),
    D1_LOW(
            Verdict.BROKEN,
            "D1 一直为低：检查读头供电，D0（绿）和 D1（白）是否接反或碰地。",
            "D1 stays low: check the reader's supply, and whether D0 (green) and D1 (white) are"
                    + " swapped or touch ground."),
    BOTH_LOW(
            Verdict.BROKEN,
            "D0 和 D1 都为低：读头多半没有电，或者没有和主板共地。",
            "D0 and D1 are both low: the reader most likely has no supply, or no common ground with"
                    + " the board."),
    FRAMES_REFUSED(
            Verdict.LOOK,
            "有残缺的帧被拒绝：检查 D0、D1、地线和屏蔽层，线不要超过 100 米，远离锁线。",
            "Broken frames were refused: check D0, D1, ground and shield; no more than 100 m, and"
                    + " away from the wires of the lock."),
    EDGES_LOST(
            Verdict.LOOK,
            "主板来不及听，丢了脉冲：看 CPU 是否过热或太忙。",
            "The board lost pulses: see whether its processor is too hot or too busy."),
    FRAME_FOREIGN(
            Verdict.LOOK,
            "最后一张卡的位数或校验不合配置里的格式：核对读头的格式（format）和 D0、D1。",
            "The last card does not fit the format in the site file by its bits or its parity: check"
                    + " the reader's format, and D0 and D1."),
    READER_FAILED(
            Verdict.BROKEN,
            "读头听不到：按右边的原因检查它的供电和接线。",
            "The reader is not heard: check its supply and its wires for the reason given."),
    READER_OPEN(
            Verdict.LOOK,
            "读头外壳被打开或被拆下：到现场看。",
            "Somebody opened the reader or took it off its wall: go and look."),
    READER_SUPPLY(
            Verdict.LOOK,
            "读头说它的供电不好：量一量读头端的电压。",
            "The reader says that its supply is bad: measure the voltage at the reader."),
    OSDP_NO_KEY(
            Verdict.LOOK,
            "这个 OSDP 读头还没有密钥：站在读头前执行 gate osdp-install。",
            "This OSDP reader has no key yet: stand before it and run gate osdp-install."),
    OSDP_DEFAULT_KEY(
            Verdict.BROKEN,
            "读头还用出厂密钥，已拒绝：站在读头前执行 gate osdp-install。",
            "The reader uses the key of its maker and is refused: stand before it and run gate"
                    + " osdp-install."),
    OSDP_IN_CLEAR(
            Verdict.BROKEN,
            "读头以明文应答，已拒绝：可能被换过；到现场看，再执行 gate osdp-install。",
            "The reader answers in clear and is refused: it may have been replaced; go and look,"
                    + " then run gate osdp-install."),
    OSDP_WRONG_KEY(
            Verdict.BROKEN,
            "读头的密钥不对，可能被换过或复位过：到现场看，再执行 gate osdp-install。",
            "The reader has another key: it was replaced or reset; go and look, then run gate"
                    + " osdp-install."),
    OSDP_SILENT(
            Verdict.BROKEN,
            "OSDP 读头没有应答：检查供电、A/B 线、地址、速率和终端电阻。",
            "The OSDP reader is silent: check its supply, A and B, its address, the baud rate and"
                    + " the terminating resistor."),

    CLOCK_UNTRUSTED(
            Verdict.LOOK,
            "没人证明时间是对的：接上网络让它对时，或装一块带电池的时钟。",
            "Nobody vouches for the time: give it a network to set its clock by, or a clock with a"
                    + " battery."),
    CLOCK_BEHIND(
            Verdict.BROKEN,
            "时间早于本软件的制作日期，一定是错的：先对时，限时的通行证暂时用不了。",
            "The clock is behind the day on which this software was made: set it; limited passes do"
                    + " not work meanwhile."),
    CLOCK_JUMPED(
            Verdict.LOOK,
            "大门启动后时间跳动过：记录里的时间可能不准，查对时来源。",
            "The clock has jumped since the gate started: records may carry wrong times; check what"
                    + " sets it."),
    RTC_OFF(
            Verdict.LOOK,
            "硬件时钟和系统时间不一致：换电池，对时后执行 hwclock -w。",
            "The hardware clock is off: change its battery, and run hwclock -w once the time is"
                    + " right."),

    DISK_LOW(
            Verdict.LOOK,
            "磁盘快满了：删去不要的文件，或换一张大卡。",
            "Little room is left on the disk: remove what is not needed, or take a larger card."),
    DISK_FULL(
            Verdict.BROKEN,
            "磁盘满了，记录写不下去：马上腾出空间。",
            "The disk is full and nothing can be recorded: make room now."),
    DISK_READ_ONLY(
            Verdict.BROKEN,
            "磁盘只读：卡多半坏了；备份后换卡。",
            "The disk is read-only: the card is most likely worn out; back it up and replace it."),
    DATABASE_NONE(
            Verdict.LOOK,
            "这个文件夹里还没有运行过大门：核对 --data。",
            "No gate has run on this folder: check --data."),
    DATABASE_DAMAGED(
            Verdict.BROKEN,
            "数据库损坏：保留 gate.db 作证据，换卡；大门会建新的，规则要重新下发。",
            "The database is damaged: keep gate.db as evidence and replace the card; the gate makes"
                    + " a new one, and the rules have to come again."),
    JOURNAL_FAILED(
            Verdict.BROKEN,
            "记录现在写不下去：看磁盘是否已满、只读或损坏。",
            "The journal cannot be written now: see whether the disk is full, read-only or failing."),

    MEMORY_LOW(
            Verdict.LOOK,
            "内存不够用：停掉主板上别的程序。",
            "Memory is short: stop other programs on this board."),
    HOT(
            Verdict.LOOK,
            "主板偏热：给机箱通风，避开太阳。",
            "The board is hot: let air into its case, and keep the sun off."),
    TOO_HOT(
            Verdict.BROKEN,
            "主板过热，会变慢或死机：马上降温，加散热片。",
            "The board is too hot and will slow down or hang: cool it now, and give it a heat sink."),
    UNDER_VOLTAGE(
            Verdict.BROKEN,
            "主板供电不足：换 5.1V 3A 以上的电源和短而粗的电源线，不要和锁共用。",
            "The board's supply is too weak: take one of 5.1 V and 3 A or more with a short thick"
                    + " cable, and none that a lock hangs on."),
    UNDER_VOLTAGE_BEFORE(
            Verdict.LOOK,
            "开机后电压曾经不足：多半在吸合锁的时候；给主板单独的电源。",
            "The supply was too weak at times since the board started, mostly when a lock pulls:"
                    + " give the board a supply of its own."),
    THROTTLED(
            Verdict.LOOK,
            "CPU 被降速，或降过速：检查供电和散热。",
            "The processor is or was slowed down: check the supply and the cooling."),
    WATCHDOG_IDLE(
            Verdict.LOOK,
            "硬件看门狗没人喂，死机时不会自动重启：给 gate run 加 --watchdog /dev/watchdog。",
            "Nobody feeds the watchdog, and a board that hangs stays so: add --watchdog"
                    + " /dev/watchdog to gate run."),

    NOT_JOINED(
            Verdict.LOOK,
            "大门还没有加入值班中心：在中心取一次性代码，用 gate run --enrol 启动一次。",
            "The gate has not joined its hub: get a one-time code there and start once with gate run"
                    + " --enrol."),
    CERTIFICATE_SOON(
            Verdict.LOOK,
            "证书快到期：到期前用新的一次性代码重新加入值班中心。",
            "The certificate ends soon: join the hub again with a new one-time code before that."),
    CERTIFICATE_OVER(
            Verdict.BROKEN,
            "证书已过期（或时钟不对）：先看时间，再用新代码重新加入。",
            "The certificate is over, or the clock is wrong: look at the clock first, then join"
                    + " again with a new code."),
    KEYS_DAMAGED(
            Verdict.BROKEN,
            "密钥文件读不了：删去 keys/hub-link.pem，用新代码重新加入值班中心。",
            "The file of keys cannot be read: remove keys/hub-link.pem and join the hub again with"
                    + " a new code."),
    HUB_NAME_UNKNOWN(
            Verdict.BROKEN,
            "找不到值班中心的名字：检查网线、路由器和 DNS，或在配置里写 IP 地址。",
            "The name of the hub is not known: check cable, router and DNS, or write its address"
                    + " into the site file."),
    HUB_UNREACHABLE(
            Verdict.BROKEN,
            "连不上值班中心：看它是否开机、在同一网络，端口是否被防火墙挡住。",
            "The hub cannot be reached: see whether it runs, is in the same network, and no firewall"
                    + " closes the port."),
    HUB_REFUSED(
            Verdict.BROKEN,
            "值班中心的证书不被承认，或它不承认我们：核对时钟；换过中心就重新加入。",
            "The hub and this gate do not trust each other: check both clocks; if the hub is a new"
                    + " one, join again."),
    HUB_CERTIFICATE_SOON(
            Verdict.LOOK,
            "值班中心的证书快到期：在中心那边更新。",
            "The certificate of the hub ends soon: renew it at the hub."),
    LINK_DOWN(
            Verdict.BROKEN,
            "大门和消息服务器没有连上：按上面几条检查网络；居民照样进门，记录会补发。",
            "The gate has no connection to the broker: go by the lines above; residents still pass,"
                    + " and records are sent later."),
    HUB_AWAY(
            Verdict.LOOK,
            "消息服务器在，值班中心不在：到中心那边看它的程序。",
            "The broker is there and the hub is not: look at the program of the hub."),
    BACKLOG(
            Verdict.LOOK,
            "很多记录还没有送到：等它补发；一小时后不减少就检查中心。",
            "Many records wait to be sent: let them go; if they are no fewer in an hour, look at the"
                    + " hub."),

    DATA_UNREADABLE(
            Verdict.BROKEN,
            "看不到数据文件夹：用大门的用户身份运行，例如 sudo -u menfang-gate。",
            "The data folder cannot be entered: run this as the gate's own user, such as sudo -u"
                    + " menfang-gate."),
    DATA_OPEN(
            Verdict.LOOK,
            "别的用户能看数据文件夹：执行 chmod 700。",
            "Others can look into the data folder: chmod 700."),
    DEVICE_MISSING(
            Verdict.BROKEN,
            "设备不在：检查插头，或在 raspi-config 里打开这个接口。",
            "The device is not there: check the plug, or switch the interface on in raspi-config."),
    DEVICE_REFUSED(
            Verdict.BROKEN,
            "大门的用户不能用这个设备：把它加进设备的组（usermod -aG 组 用户），再重启服务。",
            "The gate's user may not use this device: add it to the device's group (usermod -aG"
                    + " GROUP USER) and restart the service.");

    private final Verdict verdict;
    private final String zh;
    private final String en;

    Diagnosis(Verdict verdict, String zh, String en) {
        this.verdict = verdict;
        this.zh = zh;
        this.en = en;
    }

    public Verdict verdict() {
        return verdict;
    }

    /// What to do, in one sentence; empty where there is nothing to do.
    public Words advice() {
        return new Words(zh, en);
    }

    /// Its name for programs and in the document.
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
