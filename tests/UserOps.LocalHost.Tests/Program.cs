using UserOps.LocalHost.Tests.Storage;

// Not for the test runner: what a test starts in order to kill it.
return args switch
{
    ["write-rows", var folder, var life] => await RowWritingProcess.RunAsync(folder, life),
    _ => 2,
};
