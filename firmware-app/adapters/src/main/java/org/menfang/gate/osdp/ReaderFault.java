package org.menfang.gate.osdp;

/// Why a reader is not heard.
public enum ReaderFault {
    NO_KEY("还没有密钥：运行 osdp-install / it has no key yet: run osdp-install"),
    KEY_UNUSABLE("密钥文件不可用：重新运行 osdp-install / its key file cannot be used: run osdp-install again"),
    LINE_GONE("线路不可用：检查转换器和接线 / the line is gone: check the converter and its cable"),
    SILENT("没有应答：检查供电、接线、地址和速率 / silent: check supply, wires, address and baud rate"),
    BUSY("一直忙 / it only says that it is busy"),
    SESSION_LOST("读头重新开始了会话 / it began anew and is being opened again"),
    FORGED("收到的消息校验码不对 / a message was not genuine"),
    UNENCRYPTED("读头以明文应答，已拒绝 / it answers in clear, which is refused"),
    DEFAULT_KEY("读头使用出厂密钥，已拒绝 / it uses the key of its maker, which is refused"),
    KEY_REFUSED("读头不接受密钥：可能被换过或复位过 / it does not take the key: it was replaced or reset"),
    WRONG_KEY("读头的密钥不对：可能被换过 / it has another key: it was replaced"),
    KEY_NOT_SET("读头不接受新密钥 / it does not take a new key"),
    KEY_NOT_KEPT("新密钥存不下来，检查磁盘 / the new key cannot be stored: check the disk"),
    ADDRESS_NOT_SET("读头不接受新地址 / it does not take another address");

    private final String words;

    ReaderFault(String words) {
        this.words = words;
    }

    /// For a person, in both languages.
    public String words() {
        return words;
    }
}
