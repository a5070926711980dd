package id.tanggap.platform.problem;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stops reading a body at the limit that did not announce its length (a chunked one), with a problem: at its own limit, which
 * is higher, Quarkus answers an empty 413.
 */
@Provider
class UnannouncedBody implements ReaderInterceptor {

    private final long limit;

    UnannouncedBody(@ConfigProperty(name = BodyLimit.LIMIT) MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Limited(context.getInputStream(), limit));
        return context.proceed();
    }

    private static final class Limited extends FilterInputStream {

        private final long limit;
        private long read;

        Limited(InputStream body, long limit) {
            super(body);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int size = super.read(into, offset, length);
            count(Math.max(0, size));
            return size;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int size) {
            read += size;
            if (read > limit) {
                throw Problem.of(ProblemType.PAYLOAD_TOO_LARGE, BodyLimit.detail(limit));
            }
        }
    }
}
