import Foundation
import Web

/// The whole site over a test's room, without a socket.
public enum TestSite {
    public static func make(_ room: TestRoom) throws -> Site {
        try Site(
            classroom: room.classroom, address: "http://192.168.4.1:8080", hosts: ["localhost", "gongbox.local"],
            resources: (
                assets: try Resources.path("Assets", of: "Web"), languages: try Resources.path("Languages", of: "Web")
            ),
            log: { _ in })
    }
}
