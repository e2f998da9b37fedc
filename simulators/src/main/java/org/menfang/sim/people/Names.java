package org.menfang.sim.people;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.menfang.sim.time.Chance;

/// Names that nobody shares.
final class Names {
    private static final List<String> SURNAMES =
            List.of(
                    "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭",
                    "何", "林", "罗", "高", "梁", "宋", "郑", "谢", "韩", "唐");
    private static final List<String> GIVEN_NAMES =
            List.of(
                    "建国", "秀英", "桂兰", "志强", "丽华", "国庆", "玉梅", "小军", "春燕", "海涛", "雪梅", "晓东", "佳怡",
                    "子涵", "浩然", "欣怡", "宇轩", "梓萱", "明辉", "淑珍", "文博", "静", "磊", "洋", "敏", "勇", "芳",
                    "超", "婷", "鹏", "玲", "刚", "德福", "凤英", "宝珠", "长河", "思远", "一诺", "天佑", "美玲");

    private static final int TRIES_MAX = 50;

    private final Chance chance;
    private final Set<String> taken = new HashSet<>();

    Names(Chance chance) {
        this.chance = chance;
    }

    String surname() {
        return chance.oneOf(SURNAMES);
    }

    /// In a large compound namesakes are told apart by a number, as neighbours do.
    String of(String surname) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            String name = surname + chance.oneOf(GIVEN_NAMES);
            if (taken.add(name)) {
                return name;
            }
        }
        String numbered = surname + chance.oneOf(GIVEN_NAMES) + (taken.size() + 1);
        taken.add(numbered);
        return numbered;
    }

    String full() {
        return of(surname());
    }
}
