/// A sound card without a card: a plug-in of alsa-lib that plays in real time, records what it is given, and fails as cards do.
///
/// ALSA's `null` and `file` devices take whatever they get at once, so they can show neither what an idle card costs nor an
/// underrun. Everything above the driver is real here: alsa-lib's own states, pointers and errors.
public final class TimedCard: Sendable {
    public struct CannotBuild: Error, CustomStringConvertible {
        public let description = "The timed card cannot be built; are a C compiler (cc) and libasound2-dev installed?"
    }

    /// What befalls it once, after 100 ms of sound; `busy` at every opening, `short` at every write.
    public enum Trouble: String, Sendable {
        case none, short, xrun, suspend, unplug, stuck, busy
    }

    private let folder: TemporaryFolder
    private let configuration: String

    public init() throws {
        folder = try TemporaryFolder()
        let source = try folder.write("timed-card.c", Self.source.utf8)
        let library = "\(folder.path)/timed-card.so"
        let compiler = try ChildProcess(
            ["cc", "-shared", "-fPIC", "-DPIC", "-O2", "-o", library, source, "-lasound"])
        guard compiler.wait() == 0 else { throw CannotBuild() }
        configuration = try folder.write(
            "asound.conf",
            """
            </usr/share/alsa/alsa.conf>
            pcm_type.timed.lib "\(library)"
            pcm.timed {
                @args [ TROUBLE FILE ]
                @args.TROUBLE { type string default none }
                @args.FILE { type string default "/dev/null" }
                type timed
                trouble $TROUBLE
                file $FILE
            }
            """.utf8)
    }

    /// For the program that is to see it.
    public var environment: [String: String] { ["ALSA_CONFIG_PATH": configuration] }

    /// For `--card`. Cards of the same `name` record into the same file.
    public func device(_ trouble: Trouble = .none, name: String = "card") -> String {
        "timed:TROUBLE=\(trouble.rawValue),FILE=\(recording(name))"
    }

    /// For `--card`: one that records nothing.
    public let mute = "timed:TROUBLE=none,FILE=/dev/null"

    /// What the card was given: 16-bit stereo, interleaved.
    public func recording(_ name: String = "card") -> String { "\(folder.path)/\(name).raw" }

    private static let source = """
        #include <alsa/asoundlib.h>
        #include <alsa/pcm_external.h>
        #include <sys/timerfd.h>

        struct card { snd_pcm_ioplug_t io; const char *trouble; FILE *file; long long began, frozen; long sounded; int due, turn; };

        static long long now(void) {
            struct timespec t;
            clock_gettime(CLOCK_MONOTONIC, &t);
            return t.tv_sec * 1000000000LL + t.tv_nsec;
        }
        static int is(struct card *card, const char *trouble) { return !strcmp(card->trouble, trouble); }

        static int start(snd_pcm_ioplug_t *io) {
            ((struct card *)io->private_data)->began = now();
            return 0;
        }
        static int stop(snd_pcm_ioplug_t *io) { return 0; }

        static snd_pcm_sframes_t pointer(snd_pcm_ioplug_t *io) {
            struct card *card = io->private_data;
            if (io->state == SND_PCM_STATE_DISCONNECTED) return -ENODEV;
            if (io->state != SND_PCM_STATE_RUNNING) return 0;
            long long end = card->frozen ? card->frozen : now();
            long long played = (end - card->began) * io->rate / 1000000000LL;
            if (played > (long long)io->appl_ptr) return -EPIPE;
            return played % io->buffer_size;
        }

        static snd_pcm_sframes_t transfer(snd_pcm_ioplug_t *io, const snd_pcm_channel_area_t *areas,
                                          snd_pcm_uframes_t offset, snd_pcm_uframes_t size) {
            struct card *card = io->private_data;
            const short *frames = (const short *)((char *)areas->addr + (areas->first + areas->step * offset) / 8);
            if (card->due && card->sounded >= (long)io->rate / 10) {
                card->due = 0;
                if (is(card, "xrun")) { usleep(100000); return -EPIPE; }
                if (is(card, "suspend")) { snd_pcm_ioplug_set_state(io, SND_PCM_STATE_SUSPENDED); return -ESTRPIPE; }
                if (is(card, "unplug")) { snd_pcm_ioplug_set_state(io, SND_PCM_STATE_DISCONNECTED); return -ENODEV; }
                if (is(card, "stuck")) card->frozen = now();
            }
            if (is(card, "short")) {
                // alsa-lib asks again at once; only a card that is busy then makes the program's own write short.
                if ((card->turn = !card->turn) == 0) return -EAGAIN;
                if (size > 37) size = 37;
            }
            for (snd_pcm_uframes_t i = 0; i < size; i++) card->sounded += frames[2 * i] || frames[2 * i + 1];
            fwrite(frames, 4, size, card->file);
            fflush(card->file);
            return size;
        }

        static int end(snd_pcm_ioplug_t *io) {
            struct card *card = io->private_data;
            fclose(card->file);
            close(io->poll_fd);
            free(card);
            return 0;
        }

        static int prepare(snd_pcm_ioplug_t *io) {
            long tick = 1000000000LL * io->period_size / io->rate;
            struct itimerspec beat = { { 0, tick }, { 0, tick } };
            return timerfd_settime(io->poll_fd, 0, &beat, NULL);
        }

        static int revents(snd_pcm_ioplug_t *io, struct pollfd *polled, unsigned count, unsigned short *events) {
            unsigned long long ticks;
            *events = 0;
            if (count && polled->revents & POLLIN && read(polled->fd, &ticks, sizeof ticks) > 0) *events = POLLOUT;
            if (io->state == SND_PCM_STATE_DISCONNECTED) *events = POLLERR | POLLHUP;
            return 0;
        }

        static const snd_pcm_ioplug_callback_t callbacks = {
            .start = start, .stop = stop, .pointer = pointer, .transfer = transfer, .close = end, .prepare = prepare,
            .poll_revents = revents,
        };

        SND_PCM_PLUGIN_DEFINE_FUNC(timed) {
            const char *trouble = "", *path = "";
            snd_config_iterator_t i, next;
            snd_config_for_each(i, next, conf) {
                snd_config_t *entry = snd_config_iterator_entry(i);
                const char *id;
                if (snd_config_get_id(entry, &id) < 0) continue;
                if (!strcmp(id, "trouble")) snd_config_get_string(entry, &trouble);
                if (!strcmp(id, "file")) snd_config_get_string(entry, &path);
            }
            if (!strcmp(trouble, "busy")) return -EBUSY;
            struct card *card = calloc(1, sizeof *card);
            card->trouble = strdup(trouble);
            card->file = fopen(path, "ab");
            card->due = 1;
            card->io.version = SND_PCM_IOPLUG_VERSION;
            card->io.name = "timed";
            card->io.callback = &callbacks;
            card->io.private_data = card;
            card->io.poll_fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
            card->io.poll_events = POLLIN;
            int error = snd_pcm_ioplug_create(&card->io, name, stream, mode);
            if (error < 0) return error;
            static const unsigned access[] = { SND_PCM_ACCESS_RW_INTERLEAVED }, format[] = { SND_PCM_FORMAT_S16_LE };
            snd_pcm_ioplug_set_param_list(&card->io, SND_PCM_IOPLUG_HW_ACCESS, 1, access);
            snd_pcm_ioplug_set_param_list(&card->io, SND_PCM_IOPLUG_HW_FORMAT, 1, format);
            snd_pcm_ioplug_set_param_minmax(&card->io, SND_PCM_IOPLUG_HW_CHANNELS, 2, 2);
            snd_pcm_ioplug_set_param_minmax(&card->io, SND_PCM_IOPLUG_HW_RATE, 48000, 48000);
            snd_pcm_ioplug_set_param_minmax(&card->io, SND_PCM_IOPLUG_HW_PERIOD_BYTES, 1024, 16384);
            snd_pcm_ioplug_set_param_minmax(&card->io, SND_PCM_IOPLUG_HW_BUFFER_BYTES, 4096, 65536);
            *pcmp = card->io.pcm;
            return 0;
        }
        SND_PCM_PLUGIN_SYMBOL(timed);
        """
}
