/// The vocabulary and the contract that gate and hub share.
module org.menfang.edgeconfig {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.annotation;
    requires com.networknt.schema;
    requires de.siegmar.fastcsv;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires org.eclipse.paho.mqttv5.client;

    exports org.menfang.base45;
    exports org.menfang.cbor;
    exports org.menfang.cose;
    exports org.menfang.enrol;
    exports org.menfang.json;
    exports org.menfang.mqtt;
    exports org.menfang.pass;
    exports org.menfang.people;
    exports org.menfang.rules;
    exports org.menfang.rules.file;
    exports org.menfang.rules.signed;
    exports org.menfang.site;
    exports org.menfang.site.file;
    exports org.menfang.standard;
    exports org.menfang.tag;
    exports org.menfang.text;
    exports org.menfang.tls;
    exports org.menfang.vocabulary;
    exports org.menfang.wire;
    exports org.menfang.wire.json;
}
