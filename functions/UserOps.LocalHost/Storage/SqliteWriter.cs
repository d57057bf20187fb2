namespace UserOps.LocalHost.Storage;

/// <summary>
/// The one thread that writes. It takes whatever waits, up to a bound, into one transaction and answers after COMMIT; while the disk confirms one transaction the
/// next gathers by itself, so a lone commit never waits for company.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MostJobs = 500;
    private const int MostBytes = 16 * 1024 * 1024;

    private readonly SqliteDatabase _database;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollback;
    private readonly Queue<IWriteJob> _waiting = new();
    private readonly List<IWriteJob> _gathered = [];
    private readonly object _gate = new();
    private readonly Thread _thread;
    private bool _closing;
    private long _transactions;
    private long _jobs;

    public SqliteWriter(SqliteDatabase database)
    {
        _database = database;
        _begin = database.Prepare("begin immediate");
        _commit = database.Prepare("commit");
        _rollback = database.Prepare("rollback");
        _thread = new(Loop) { IsBackground = true, Name = "userops writer" };
    }

    public long Transactions => Interlocked.Read(ref _transactions);

    /// <summary>Jobs committed; over <see cref="Transactions"/> it says how many shared one.</summary>
    public long Jobs => Interlocked.Read(ref _jobs);

    /// <summary>Not in the constructor: the statements of all kinds of job are prepared on the same connection first.</summary>
    public void Start() => _thread.Start();

    /// <exception cref="ObjectDisposedException">The host is shutting down.</exception>
    public Task<T> RunAsync<T>(WriteJob<T> job)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closing, this);
            _waiting.Enqueue(job);
            Monitor.Pulse(_gate);
        }

        return job.Answered;
    }

    /// <summary>Writes what still waits, then ends the thread.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closing = true;
            Monitor.Pulse(_gate);
        }

        if (_thread.IsAlive)
        {
            _thread.Join();
        }
    }

    private void Loop()
    {
        while (Gather())
        {
            Write();
            _gathered.Clear();
        }
    }

    private bool Gather()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0 && !_closing)
            {
                Monitor.Wait(_gate);
            }

            for (var bytes = 0; _gathered.Count < MostJobs && bytes < MostBytes && _waiting.TryDequeue(out var job);)
            {
                _gathered.Add(job);
                bytes += job.Bytes;
            }

            return _gathered.Count > 0;
        }
    }

    private void Write()
    {
        try
        {
            _begin.Run();
            foreach (var job in _gathered)
            {
                job.Write();
            }

            _commit.Run();
        }
        catch (Exception exception)
        {
            // A full or failing disk, whoever met it: nobody's rows are in, and everybody hears why.
            if (_database.InTransaction)
            {
                _rollback.Run();
            }

            _gathered.ForEach(job => job.Fail(exception));
            return;
        }

        Interlocked.Increment(ref _transactions);
        Interlocked.Add(ref _jobs, _gathered.Count);
        _gathered.ForEach(job => job.Answer());
    }
}
