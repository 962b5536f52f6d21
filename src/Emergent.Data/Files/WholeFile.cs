namespace Emergent.Data;

/// <summary>Writes files whole or not at all.</summary>
public static class WholeFile
{
    private static int _written;   // so that two threads writing one file do not write into one temporary file

    /// <summary>Calls <paramref name="write"/> with a stream to a temporary file beside <paramref name="path"/>, which takes its place only when all is written.</summary>
    /// <exception cref="EmergentException">The folder cannot be written, the disk is full, …: the file that stood there is unchanged.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        path = Target(path);
        var temporary = $"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref _written)}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentOutOfRangeException { ParamName: "value" })   // the last where the file may not grow further (EFBIG)
        {
            Remove(temporary);
            throw new EmergentException($"File '{path}' could not be written: {SystemErrors.SentenceOf(e)} Nothing was changed. Choose a folder that can be written and has room.", e);
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    /// <summary>The file that a link leads to, so that the link stays one; what is no file, such as a device, is refused.</summary>
    private static string Target(string path)
    {
        try
        {
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            // A device looks like a file to .NET, and to be replaced by one would end it.
            if (!OperatingSystem.IsWindows() && Path.GetFullPath(target).StartsWith("/dev/", StringComparison.Ordinal))
            {
                throw new EmergentException($"'{path}' is in /dev, where devices are: it cannot be replaced by a file. Choose another name.");
            }
            return target;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return path;   // what cannot be looked at cannot be written either: that error says more
        }
    }

    private static void Remove(string path)
    {
        try { File.Delete(path); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { /* the first error is the one to report */ }
    }
}
